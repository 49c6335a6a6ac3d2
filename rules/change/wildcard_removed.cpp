#include "rules/change/shared/changes.h"

namespace zonevet::rules::wildcard_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_gone() || !set.owner().is_wildcard() || change.zone_removed())
            continue;
        std::optional<Node> after = change.after().find(set.owner());
        if (!after || (!after->has_records() && !after->holds_untold()))
            report(lint, change, set, "without `{}` every name that only it answered for is gone",
                   words_of(set, change))
                .help("write records for the names that are still in use");
    }
}
} // namespace

extern const Rule rule{
    .name = "wildcard-removed",
    .summary = "A wildcard is removed: names that it answered for no longer exist.",
    .why = "Nobody has a list of the names that a wildcard serves: customers of a hosting "
           "platform, old links, certificates. All of them fail at once.",
    .effect = "names that only the wildcard served no longer resolve",
    .references = {rfc("4592", "2")},
    .level = Level::warning,
    .bad = R"(
* A 192.0.2.80
; becomes
www A 192.0.2.80
)",
    .good = R"(
* A 192.0.2.80
; becomes
* A 192.0.2.81
)",
    .check = check,
};

} // namespace zonevet::rules::wildcard_removed
