#include "lint/rule.h"
#include "rules/zone/shared/outside.h"

namespace zonevet::rules::soa_missing {

namespace {
void check(const Zone& zone, Lint& lint)
{
    if (!zone.look_up(zone.apex(), Type::SOA).missing())
        return;
    Outside outside = count_outside(zone);
    if (outside.soa && !outside.origin_is_wrong()) {
        lint.report(outside.soa->owner_place(), "the SOA belongs to `{}`; the zone `{}` has none", outside.soa->owner(),
                    zone.apex())
            .help("write the zone's own name as the owner of the SOA, or `@` behind its $ORIGIN");
    } else if (!outside.origin_is_wrong()) {
        lint.report(zone.anchor(), "the zone `{}` has no SOA record", zone.apex())
            .help("begin the zone with one; a file that others include is no zone of its own");
    }
}
} // namespace

extern const Rule rule{
    .name = "soa-missing",
    .summary = "The zone has no SOA record at its apex.",
    .why = "No server loads a zone without its SOA. When an export begins with `$ORIGIN .` the "
           "SOA at `@` belongs to the root, and servers say that the zone has 0 SOA records.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.2"), rfc("1034", "4.2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$ORIGIN .
$TTL 3600
@            SOA  ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
example.com. NS   ns1.example.com.
example.com. NS   ns2.example.com.
ns1.example.com. A 192.0.2.1
ns2.example.com. A 192.0.2.2
)",
    .good = R"(
$ORIGIN example.com.
$TTL 3600
@            SOA  ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
example.com. NS   ns1.example.com.
example.com. NS   ns2.example.com.
ns1.example.com. A 192.0.2.1
ns2.example.com. A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_missing
