#include "lint/rule.h"

namespace zonevet::rules::ttl_missing {

extern const Rule rule{
    .name = "ttl-missing",
    .summary = "A record has no TTL, and nothing gives it one.",
    .why = "Without $TTL and without a TTL before it BIND takes the minimum of the SOA, "
           "Knot, NSD and ldns take 3600, validns refuses the zone.",
    .effect = "servers choose a TTL, each its own",
    .references = {rfc("2308", "4"), rfc("1035", "5.1")},
    .level = Level::warning,
    .bad = R"(
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = Mistake::ttl_missing,
};

} // namespace zonevet::rules::ttl_missing
