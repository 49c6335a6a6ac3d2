#include "lint/rule.h"

namespace zonevet::rules::ttl_unit_doubtful {

extern const Rule rule{
    .name = "ttl-unit-doubtful",
    .summary = "A TTL is a usual number of seconds with a larger unit.",
    .why = "`3600m` is not an hour but sixty. After a mistake the wrong record stays in caches for days.",
    .effect = "caches keep the record much longer than meant",
    .references = {{"BIND 9 manual", "zone file", "https://bind9.readthedocs.io/en/v9.18/chapter3.html#setting-ttls"}},
    .level = Level::warning,
    .bad = R"(
www 3600m A 192.0.2.3
)",
    .good = R"(
www 3600 A 192.0.2.3
ftp 60m  A 192.0.2.4
old 48h  A 192.0.2.5
)",
    .check = Mistake::ttl_unit_doubtful,
};

} // namespace zonevet::rules::ttl_unit_doubtful
