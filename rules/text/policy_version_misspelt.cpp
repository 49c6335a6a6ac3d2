#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/policy_version.h"
#include "rules/text/shared/spf.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::policy_version_misspelt {

namespace {

constexpr Field text = field(Type::TXT, "text");

// Before the version stands what should not.
void report_begin(const Record& txt, const PolicyVersion& version, Lint& lint)
{
    Place string = txt.at(text, 0);
    if (version.quoted) {
        Draft& draft = lint.report(string, "a quote stands before `{}`", version.meant);
        draft.help("write one pair of quotes around the text and none inside");
        if (std::optional<std::string> plain = lint.describing() ? without_inner_quotes(txt) : std::nullopt)
            draft.fix(*plain);
    } else {
        lint.report(string.within(0, version.begin), "a blank stands before `{}`", version.meant)
            .help("begin the text with the version")
            .fix("");
    }
}

// "v=spf1;" and "v=spf1include:...": what is wrong is behind the version.
void report_end(const Record& txt, const PolicyVersion& version, Lint& lint)
{
    std::string_view start = first_string(txt).substr(version.begin);
    std::size_t right = version.meant.size();
    bool separated = version.written.size() == right; // by another sign than a blank
    std::size_t end = version.begin + version.written.size() + (separated ? 1 : 0);
    std::string_view shown = start.substr(0, end - version.begin);
    Draft& draft =
        lint.report(txt.at(text, 0).within(version.begin, end), "`{}` is not read as `{}`", shown, version.meant);
    if (!lint.describing())
        return;
    draft.help(fmt::format("begin the text with `{}` and a blank", version.meant));
    std::string_view rest = separated ? std::string_view() : version.written.substr(right);
    bool has_blank = rest.empty() && (start.size() == shown.size() || start[shown.size()] == ' ');
    std::string mended = fmt::format("{}{}{}", version.meant, has_blank ? "" : " ", rest);
    std::vector<SpfTerm> terms = spf_terms(mended);
    if (std::none_of(terms.begin(), terms.end(), [](const SpfTerm& term) { return check_term(term).has_value(); }))
        draft.fix(mended);
}

void check(const Record& txt, Lint& lint)
{
    PolicyVersion version = read_version(txt);
    if (version.meant.empty())
        return;
    if (version.begin != 0 && same_text(version.written, version.meant)) {
        report_begin(txt, version, lint);
        return;
    }
    if (version.meant == "v=spf1" && starts_with_text(version.written, "v=spf1")) {
        report_end(txt, version, lint);
        return;
    }
    Place place = txt.at(text, 0).within(version.begin, version.begin + version.written.size());
    Draft& draft = lint.report(place, "`{}` is not read as `{}`", version.written, version.meant);
    draft.help(version.meant == "v=spf1" ? "begin the text with `v=spf1` and a blank"
                                         : fmt::format("begin the text with `{}`", version.meant));
    // Behind a version that is right the rest of the word may be a tag.
    if (!starts_with_text(version.written, version.meant) || version.written.size() == version.meant.size())
        draft.fix(std::string(version.meant));
}

} // namespace

extern const Rule rule{
    .name = "policy-version-misspelt",
    .summary = "The version at the beginning of an SPF, DMARC or similar record is misspelt.",
    .why = "Receivers know these records by their first word. With another one the record is an "
           "ordinary text, and the domain has no policy.",
    .effect = "receivers do not see this policy",
    .references = {rfc("7208", "4.5"), rfc("7489", "6.3"), rfc("8461", "3.1"), rfc("8460", "3")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
@       TXT  "v=sfp1 mx -all"
_dmarc  TXT  "v=DMRC1; p=none"
)",
    .good = R"(
@       TXT  "v=spf1 mx -all"
_dmarc  TXT  "v=DMARC1; p=none"
a       TXT  "v=verifydomain MS=1234567"
)",
    .check = check,
};

} // namespace zonevet::rules::policy_version_misspelt
