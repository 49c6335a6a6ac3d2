#include "lint/rule.h"

namespace zonevet::rules::zone_name_doubled {

extern const Rule rule{
    .name = "zone-name-doubled",
    .summary = "`$ORIGIN` or the owner of the SOA is the zone's name without its final dot.",
    .why = "`$ORIGIN example.com` below example.com is example.com.example.com, and every name of the file goes there. "
           "Servers that find no SOA at the zone's name refuse the zone; those that do answer for none of its names.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$ORIGIN example.com
www A 192.0.2.3
)",
    .good = R"(
$ORIGIN example.com.
www A 192.0.2.3
)",
    .check = Mistake::zone_name_doubled,
};

} // namespace zonevet::rules::zone_name_doubled
