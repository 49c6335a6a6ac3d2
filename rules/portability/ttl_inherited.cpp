#include "lint/rule.h"

namespace zonevet::rules::ttl_inherited {

extern const Rule rule{
    .name = "ttl-inherited",
    .summary = "A record takes its TTL from a record above, since there is no $TTL.",
    .why = "RFC 1035 says so and BIND does it; Knot and NSD give every record that states no TTL 3600. "
           "Two servers that load this file serve different TTLs.",
    .references = {rfc("1035", "5.1"), rfc("2308", "4")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
@ 86400 SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
$TTL 86400
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = Mistake::ttl_inherited,
};

} // namespace zonevet::rules::ttl_inherited
