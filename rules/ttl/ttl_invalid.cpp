#include "lint/rule.h"

namespace zonevet::rules::ttl_invalid {

extern const Rule rule{
    .name = "ttl-invalid",
    .summary = "A TTL is not written as one.",
    .why = "BIND, Knot and PowerDNS refuse the zone; NSD and validns read `1h30` as 3630 "
           "seconds.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"),
                   Reference{"BIND 9 ARM", "Setting TTLs", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www 1h30 A 192.0.2.3
)",
    .good = R"(
www 1h30m A 192.0.2.3
)",
    .check = Mistake::ttl_invalid,
};

} // namespace zonevet::rules::ttl_invalid
