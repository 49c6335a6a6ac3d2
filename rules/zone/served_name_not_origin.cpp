#include "lint/rule.h"

namespace zonevet::rules::served_name_not_origin {

extern const Rule rule{
    .name = "served-name-not-origin",
    .summary = "The configuration of a server names another zone than the file does.",
    .why =
        "The server drops all records as out of zone and then says that the zone has no SOA and no NS: two zones were "
        "mixed up, or one was copied from the other.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.2"), rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
; named.conf: zone "example.com" { type primary; file "example.com.zone"; };
$ORIGIN example.net.
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .good = R"(
; named.conf: zone "example.com" { type primary; file "example.com.zone"; };
$ORIGIN example.com.
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .check = Mistake::served_name_not_origin,
};

} // namespace zonevet::rules::served_name_not_origin
