#include "rules/change/shared/changes.h"

namespace zonevet::rules::removal_uncovers_wildcard {

namespace {
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        bool is_host = set.type() == Type::A || set.type() == Type::AAAA || set.type() == Type::CNAME;
        if (!is_host || !set.is_gone() || set.owner().is_wildcard())
            continue;
        Answer answer = change.after().look_up(set.owner(), set.type());
        if (!answer.by_wildcard || (answer.is != Existence::found && answer.is != Existence::alias))
            continue;
        Draft& draft =
            report(lint, change, set, "without `{}` the wildcard answers for the name", words_of(set, change));
        draft.note(answer.rrset->front().place(), "the wildcard")
            .help("where nothing is to answer, leave a record of another type at the name, such as TXT");
    }
}
} // namespace

extern const Rule rule{
    .name = "removal-uncovers-wildcard",
    .summary = "A name whose records are removed is answered by a wildcard from now on.",
    .why = "The name does not go away: the wildcard serves it. Whoever still uses it "
           "reaches another host, with another certificate.",
    .effect = "users of the name reach the host of the wildcard",
    .references = {rfc("4592", "2.2.1")},
    .level = Level::warning,
    .bad = R"(
* A 192.0.2.80
old A 192.0.2.81
; becomes
* A 192.0.2.80
)",
    .good = R"(
* A 192.0.2.80
old A 192.0.2.81
; becomes
* A 192.0.2.80
old A 192.0.2.82
)",
    .check = check,
};

} // namespace zonevet::rules::removal_uncovers_wildcard
