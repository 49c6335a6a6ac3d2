#include "lint/rule.h"
#include "rules/text/shared/dkim.h"

#include <fmt/format.h>

namespace zonevet::rules::dkim_multiple {

namespace {

bool is_key(const Record& txt)
{
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    for (std::string_view name : {"p", "k", "v"})
        if (const Tag* tag = find_tag(tags, name); tag && tag->has_equals)
            return true;
    return false;
}

void check(const RRset& set, Lint& lint)
{
    if (set.size() < 2 || !is_dkim_owner(set.owner()))
        return;
    std::optional<Record> first;
    for (Record txt : set) {
        if (!is_key(txt))
            continue;
        if (!first) {
            first = txt;
            continue;
        }
        lint.report(txt.at(field(Type::TXT, "text")), "{} has a second DKIM record", set.owner())
            .note(first->place(), "the first one")
            .help("one record holds all tags; give a second key a selector of its own");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "dkim-multiple",
    .summary = "A DKIM selector has more than one record.",
    .why = "Which of them a receiver takes is not defined. Often the tags of one key were written "
           "into several records, and no key is complete.",
    .effect = "DKIM signatures with this selector fail now and then",
    .references = {rfc("6376", "3.6.2.2")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
a._domainkey  TXT  "v=DKIM1; k=ed25519"
a._domainkey  TXT  "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)",
    .good = R"(
a._domainkey  TXT  "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)",
    .check = check,
};

} // namespace zonevet::rules::dkim_multiple
