#include "lint/rule.h"

namespace zonevet::rules::file_name_not_zone {

extern const Rule rule{
    .name = "file-name-not-zone",
    .summary = "A file is called like one zone, and its text says another.",
    .why = "Most zones begin as a copy of another one. Where the `$ORIGIN` or the SOA stays as it was, the server that "
           "loads the file for the zone of its name finds no SOA there, or none of its names.",
    .effect = "servers refuse the zone, or answer for none of its names",
    .references = {rfc("1035", "5.1"), rfc("1034", "4.2.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
; the file example.net.zone
$ORIGIN example.com.
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .good = R"(
; the file example.net.zone
$ORIGIN example.net.
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .check = Mistake::file_name_not_zone,
};

} // namespace zonevet::rules::file_name_not_zone
