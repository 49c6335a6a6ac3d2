#include "base/ascii.h"
#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::policy_version_misspelt {

namespace {

constexpr std::string_view versions[] = {"v=spf1",  "v=DMARC1",   "v=DKIM1",
                                         "v=STSv1", "v=TLSRPTv1", "v=BIMI1"};
// Other texts that begin alike.
constexpr std::string_view others[] = {"v=verifydomain", "v=spf2.0", "v=msv1", "v=tlsrpt1"};

bool looks_like_spf(std::string_view text)
{
    for (std::string_view head : {" ~all", " -all", " ?all", " include:", " ip4:", " mx ", " a "})
        if (text.find(head) != std::string_view::npos)
            return true;
    return false;
}

// The version that was meant by the first word of `text`; empty when it is right or none.
std::string_view meant(std::string_view text, std::string_view word)
{
    if (same_text(word, "v=spf1"))
        return word.size() == text.size() || text[word.size()] == ' ' ? "" : "v=spf1";
    for (std::string_view version : versions)
        if (word == version)
            return {};
    for (std::string_view other : others)
        if (starts_with_text(word, other))
            return {};
    if (starts_with_text(word, "v=spf1") && looks_like_spf(text))
        return "v=spf1"; // v=spf1, v=spf1; v=spf1include:...
    if ((same_text(word, "spf1") || same_text(word, "v-spf1") || same_text(word, "v:spf1") ||
         same_text(word, "v")) &&
        looks_like_spf(text))
        return "v=spf1";
    if (!starts_with_text(word, "v=") || word.size() > 12)
        return {};
    for (std::string_view version : versions) {
        unsigned distance = edit_distance(word, version, 2);
        if (distance <= (version == "v=spf1" && !looks_like_spf(text) ? 1 : 2))
            return version;
    }
    return {};
}

void check(const Record& txt, Lint& lint)
{
    std::string_view first = first_string(txt);
    std::string_view start = trimmed(first);
    if (start.empty() || (ascii_lower(start[0]) != 'v' && !starts_with_text(start, "spf1") &&
                          start[0] != '"' && start[0] != '\''))
        return;
    bool quoted = start[0] == '"' || start[0] == '\'';
    if (quoted)
        start.remove_prefix(1);
    std::string_view word = start.substr(0, start.find_first_of(" ;,"));
    std::size_t begin = static_cast<std::size_t>(start.data() - first.data());
    Place place = txt.at(field(Type::TXT, "text"), 0).within(begin, begin + word.size());
    if (begin != 0)
        for (std::string_view version : versions)
            if (same_text(word, version)) {
                lint.report(txt.at(field(Type::TXT, "text"), 0), "{} stands before `{}`",
                            quoted ? "a quote" : "a blank", version)
                    .help("begin the text with the version");
                return;
            }
    std::string_view right = meant(start, word);
    if (right.empty())
        return;
    std::string_view shown = same_text(word, "v=spf1") ? start.substr(0, 7) : word;
    Draft& draft = lint.report(place, "`{}` is not read as `{}`", shown, right);
    if (!lint.describing())
        return;
    draft.help(right == "v=spf1" ? "begin the text with `v=spf1` and a blank"
                                 : fmt::format("begin the text with `{}`", right));
    if (!starts_with_text(word, right) || (word != right && word.size() == right.size()))
        draft.fix(std::string(right));
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
