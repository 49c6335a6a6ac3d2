#include "lint/rule.h"

namespace zonevet::rules::ttl_units_several {

extern const Rule rule{
    .name = "ttl-units-several",
    .summary = "A time is written with several units, like `1h30m`.",
    .why = "No standard knows units. All servers read one of them; of several PowerDNS refuses a TTL, "
           "and takes a part for `$TTL` and the timers of the SOA.",
    .references = {rfc("1035", "5.1"), rfc("2308", "4")},
    .level = Level::info,
    .bad = R"(
www 1h30m A 192.0.2.3
)",
    .good = R"(
www 90m A 192.0.2.3
ftp 5400 A 192.0.2.3
)",
    .check = Mistake::ttl_units_several,
};

} // namespace zonevet::rules::ttl_units_several
