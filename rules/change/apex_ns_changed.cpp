#include "rules/change/shared/changes.h"

namespace zonevet::rules::apex_ns_changed {

namespace {
void check(const Change& change, Lint& lint)
{
    const ChangedSet* set = change.find(change.after().apex(), Type::NS);
    if (set == nullptr || set->uncertain || !set->before || !set->after || set->is_replaced() ||
        (set->added.empty() && set->removed.empty()))
        return;
    report(lint, change, *set, "the name servers of the zone change: {} new, {} removed", set->added.size(),
           set->removed.size())
        .help("give the parent (the registrar) the same name servers");
}
} // namespace

extern const Rule rule{
    .name = "apex-ns-changed",
    .summary = "The name servers of the zone change.",
    .why = "The NS records of the zone have a copy in the parent, which does not change with "
           "them. As long as they differ, some resolvers ask servers that no longer know the "
           "zone, or never ask the new ones.",
    .effect = "parent and zone name different servers",
    .references = {rfc("1034", "4.2.2"), rfc("1912", "2.3")},
    .level = Level::info,
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
@ NS a.ns.example.net.
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::apex_ns_changed
