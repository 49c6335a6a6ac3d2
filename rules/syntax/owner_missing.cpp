#include "lint/rule.h"

namespace zonevet::rules::owner_missing {

extern const Rule rule{
    .name = "owner-missing",
    .summary = "The first record has no owner.",
    .why = "A line that begins with a blank belongs to the owner of the line before. "
           "There is none, so servers refuse the zone (NSD takes the origin).",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
 SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
  NS ns1
  NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = Mistake::owner_missing,
};

} // namespace zonevet::rules::owner_missing
