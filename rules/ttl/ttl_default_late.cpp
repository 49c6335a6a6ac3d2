#include "lint/rule.h"

namespace zonevet::rules::ttl_default_late {

extern const Rule rule{
    .name = "ttl-default-late",
    .summary = "$TTL comes after a record that needed it.",
    .why = "Records above it get another TTL than those below: BIND gives them the "
           "minimum of the SOA, Knot and NSD 3600.",
    .effect = "the first records have another TTL than the rest",
    .references = {rfc("2308", "4")},
    .level = Level::warning,
    .bad = R"(
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
$TTL 3600
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
    .check = Mistake::ttl_default_late,
};

} // namespace zonevet::rules::ttl_default_late
