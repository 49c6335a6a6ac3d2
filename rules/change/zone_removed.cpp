#include "rules/change/shared/changes.h"

namespace zonevet::rules::zone_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    const Zone& zone = change.before();
    // Without an SOA record it was a part, unless the provider has that record.
    if (!change.zone_removed() || (!zone.soa() && !zone.is_added_later(zone.apex(), Type::SOA)))
        return;
    lint.report(change.serial_place(), "the zone `{}` with its {} {} is removed", zone.apex(), zone.record_count(),
                zone.record_count() == 1 ? "record" : "records")
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
