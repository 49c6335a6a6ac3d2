#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/policy_version.h"

namespace zonevet::rules::text_quoted_twice {

namespace {

constexpr Field text = field(Type::TXT, "text");

void check(const Record& record, Lint& lint)
{
    if (!first_string(record).starts_with('"'))
        return;
    std::string value = record.joined_text(text);
    if (value.size() < 2 || value.back() != '"' || !version_meant(record).empty()) // policy-version-misspelt
        return;
    Draft& draft =
        lint.report(record.at(text), "the quotes are part of the text: it begins with `{}`", value.substr(0, 12));
    if (!lint.describing())
        return;
    draft.help("write one pair of quotes around the text and none inside");
    if (std::optional<std::string> plain = without_inner_quotes(record))
        draft.fix(*plain);
}

} // namespace

extern const Rule rule{
    .name = "text-quoted-twice",
    .summary = "A text is published with quotes around it.",
    .why = "A form or a script put quotes around what was quoted already. Who verifies the domain compares "
           "the first characters, and they are not the ones to look for.",
    .effect = "whoever looks for the text does not recognise it",
    .references = {rfc("1035", "5.1"), rfc("7208", "4.5")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
@ TXT "\"site-token=48cf0a\""
)",
    .good = R"(
@   TXT "site-token=48cf0a"
say TXT "he said \"no\" twice"
)",
    .check = check,
};

} // namespace zonevet::rules::text_quoted_twice
