#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

#include <fmt/format.h>

namespace zonevet::rules::bimi_invalid {

namespace {

void check(const Record& txt, Lint& lint)
{
    Name owner = txt.owner();
    if (!same_text(owner.parent().first_label(), "_bimi") || !begins_with(txt, "v=BIMI1"))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    const Tag* logo = find_tag(tags, "l");
    if (!logo) {
        if (is_written_bare(txt))
            return;
        lint.report(text.place(text.text()), "the BIMI record {} names no logo", owner)
            .help("add `l=` and the `https:` address of the SVG file");
        return;
    }
    if (!logo->value.empty() && !starts_with_text(logo->value, "https://")) {
        Draft& draft = lint.report(text.place(logo->value), "the logo `{}` is no `https:` address", logo->value);
        draft.help("write the address with `https://`");
        if (starts_with_text(logo->value, "http://"))
            draft.fix(fmt::format("https://{}", logo->value.substr(7)));
    } else if (!logo->value.empty() && !ends_with_text(logo->value, ".svg") && !ends_with_text(logo->value, ".svgz"))
        lint.report(text.place(logo->value), "the logo `{}` is no SVG file", logo->value)
            .help("publish the logo as SVG");
    if (const Tag* proof = find_tag(tags, "a"); proof && !proof->value.empty() &&
                                                !starts_with_text(proof->value, "https://") &&
                                                !same_text(proof->value, "self"))
        lint.report(text.place(proof->value), "the certificate `{}` is no `https:` address", proof->value)
            .help("write the address with `https://`");
}

} // namespace

extern const Rule rule{
    .name = "bimi-invalid",
    .summary = "A BIMI record names no logo that mail programs can show.",
    .why = "Mail programs fetch the logo over https, and it must be SVG.",
    .effect = "mail programs show no logo",
    .references = {{"draft-brand-indicators-for-message-identification", "4.3",
                    "https://datatracker.ietf.org/doc/"
                    "draft-brand-indicators-for-message-identification/"}},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
default._bimi  TXT  "v=BIMI1; l=http://example.com/logo.png"
)",
    .good = R"(
default._bimi  TXT  "v=BIMI1; l=https://example.com/logo.svg; a=self"
no._bimi       TXT  "v=BIMI1; l=; a=;"
)",
    .check = check,
};

} // namespace zonevet::rules::bimi_invalid
