#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_tag_misspelt {

namespace {
void check(const Record& caa, Lint& lint)
{
    std::string_view tag = caa.bytes(caa_tag);
    if (is_known_tag(tag))
        return;
    std::string_view meant = intended_tag(tag);
    if (meant.empty())
        return;
    bool critical = (caa.number(caa_flags) & 128) != 0;
    bool restricts = names_issuer(meant);
    Draft& draft = lint.report(caa.at(caa_tag), "`{}` is not a CAA property; {}", tag,
                               critical    ? "as it is marked critical, every CA must refuse to issue"
                               : restricts ? "CAs ignore it, so that it restricts nobody"
                                           : "CAs ignore it");
    draft.label(fmt::format("`{}` is near", meant)).fix(std::string(meant));
    if (critical)
        draft.effect("certificates cannot be issued or renewed");
    else if (!restricts)
        draft.effect("CAs do not find the contact");
}
} // namespace

extern const Rule rule{
    .name = "caa-tag-misspelt",
    .summary = "The tag of a CAA record is one slip away from a registered property.",
    .why = "A CA ignores a property that it does not know, or, when the record is marked critical, "
           "refuses "
           "to issue at all.",
    .effect = "the restriction of who may issue certificates does not exist",
    .references = {rfc("8659", "4.1")},
    .level = Level::error,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 isue "letsencrypt.org"
)",
    .good = R"(
@     CAA    0 issue "letsencrypt.org"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_tag_misspelt
