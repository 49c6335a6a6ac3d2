#include "base/ascii.h"
#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace zonevet::rules::mta_sts_invalid {

namespace {

bool is_letter_or_digit(char c)
{
    return is_letter(c) || is_digit(c);
}

bool is_id(std::string_view id)
{
    return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), is_letter_or_digit);
}

void check(const RRset& set, Lint& lint)
{
    if (!same_text(set.owner().first_label(), "_mta-sts"))
        return;
    std::optional<Record> first;
    for (Record txt : set) {
        if (!begins_with(txt, "v=STSv1"))
            continue;
        if (first) {
            lint.report(txt.at(field(Type::TXT, "text")), "{} has a second MTA-STS record", set.owner())
                .note(first->place(), "the first one")
                .help("keep one of them");
            return;
        }
        first = txt;
    }
    if (!first)
        return;
    PolicyText text(*first);
    std::vector<Tag> tags = tags_of(text.text());
    const Tag* id = find_tag(tags, "id");
    if (!id && !is_written_bare(*first))
        lint.report(text.place(text.text()), "the MTA-STS record of {} has no `id`", set.owner().parent())
            .help("add `id=` and a new value with each change, such as the date");
    if (!id || is_id(id->value))
        return;
    Draft& draft = lint.report(text.place(id->value.empty() ? id->whole : id->value),
                               "`{}` is no `id` of an MTA-STS record", id->value);
    draft.help("use up to 32 letters and digits, nothing else");
    std::string plain; // a date without its dashes and colons
    std::copy_if(id->value.begin(), id->value.end(), std::back_inserter(plain), is_letter_or_digit);
    if (is_id(plain) && plain.size() < id->value.size())
        draft.fix(plain);
}

} // namespace

extern const Rule rule{
    .name = "mta-sts-invalid",
    .summary = "An MTA-STS record has no usable `id`, or stands there twice.",
    .why = "Senders take such a record as none and deliver without insisting on TLS. Dashes and "
           "colons in the `id` are the usual mistake.",
    .effect = "senders do not use the MTA-STS policy",
    .references = {rfc("8461", "3.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
_mta-sts  TXT  "v=STSv1; id=2026-01-15"
)",
    .good = R"(
_mta-sts  TXT  "v=STSv1; id=20260115T0900Z;"
)",
    .check = check,
};

} // namespace zonevet::rules::mta_sts_invalid
