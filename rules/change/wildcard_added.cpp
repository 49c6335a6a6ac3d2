#include "rules/change/shared/changes.h"

namespace zonevet::rules::wildcard_added {

namespace {
void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_new() || !set.owner().is_wildcard() || set.type() == Type::TXT)
            continue;
        std::optional<Node> before = change.before().find(set.owner());
        if (before && before->has_records())
            continue;
        report(lint, change, set, "`{}` answers for every name below `{}` that does not exist", words_of(set, change),
               set.owner().parent())
            .help("if only a few names are meant, write these");
    }
}
} // namespace

extern const Rule rule{
    .name = "wildcard-added",
    .summary = "A wildcard is new: names that did not exist are answered now.",
    .why = "From now on every misspelt name below it exists. Search lists find hosts that are "
           "not there, mail to misspelt domains is accepted somewhere, and monitoring sees no "
           "difference any more.",
    .effect = "names that do not exist get an answer",
    .references = {rfc("4592", "2"), rfc("1912", "2.7")},
    .level = Level::warning,
    .bad = R"(
www A 192.0.2.80
; becomes
www A 192.0.2.80
* A 192.0.2.80
)",
    .good = R"(
* A 192.0.2.80
; becomes
* A 192.0.2.81
)",
    .check = check,
};

} // namespace zonevet::rules::wildcard_added
