#include "lint/rule.h"

namespace zonevet::rules::served_name_not_file {

extern const Rule rule{
    .name = "served-name-not-file",
    .summary = "The configuration of a server gives a zone the file of another one.",
    .why = "The text names no zone, so that the server takes it for whichever zone the configuration says: names of "
           "one zone are "
           "served in another.",
    .effect = "the zone has the records of another one",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .bad = R"(
; named.conf: zone "example.com" { type primary; file "example.net.zone"; };
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .good = R"(
; named.conf: zone "example.com" { type primary; file "example.com.zone"; };
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .check = Mistake::served_name_not_file,
};

} // namespace zonevet::rules::served_name_not_file
