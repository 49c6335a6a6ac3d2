#include "rules/change/shared/changes.h"

namespace zonevet::rules::delegation_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    Name apex = change.after().apex();
    for (const ChangedSet& set : change.sets())
        if (set.type() == Type::NS && set.is_gone() && set.owner() != apex && !change.zone_removed())
            report(lint, change, set, "the delegation of `{}` is removed, and all names of that zone with it",
                   owner_of(set, change))
                .help("put the NS records back if a name of the child zone is still in use");
}
} // namespace

extern const Rule rule{
    .name = "delegation-removed",
    .summary = "A delegation is removed: everything below it is gone.",
    .why = "The names of the child zone are served elsewhere and cannot be seen in this file. "
           "Without the NS records none of them resolves any more.",
    .effect = "no name of the child zone resolves any more",
    .references = {rfc("1034", "4.2.1")},
    .level = Level::warning,
    .bad = R"(
sub NS ns1.example.net.
sub NS ns2.example.net.
; becomes
www A 192.0.2.80
)",
    .good = R"(
sub NS ns1.example.net.
sub NS ns2.example.net.
; becomes
sub NS ns1.example.net.
sub NS ns3.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::delegation_removed
