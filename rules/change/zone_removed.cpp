#include "rules/change/shared/changes.h"

namespace zonevet::rules::zone_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    if (!change.zone_removed() || !change.before().soa())
        return;
    lint.report(change.serial_place(), "the zone `{}` with its {} {} is removed", change.before().apex(),
                change.before().record_count(), change.before().record_count() == 1 ? "record" : "records")
        .help("take the delegation out of the parent first, and wait for its TTL");
}
} // namespace

extern const Rule rule{
    .name = "zone-removed",
    .summary = "The file of a zone is removed.",
    .why = "The servers stop answering for the zone, while the parent still sends everybody to "
           "them. Hooks that look at added and changed files only do not see it.",
    .effect = "the whole zone no longer resolves",
    .references = {rfc("1034", "4.2.2")},
    .level = Level::error,
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes nothing
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

} // namespace zonevet::rules::zone_removed
