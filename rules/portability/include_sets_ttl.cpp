#include "lint/rule.h"

namespace zonevet::rules::include_sets_ttl {

extern const Rule rule{
    .name = "include-sets-ttl",
    .summary = "A record without TTL follows an $INCLUDE whose file has a $TTL of its own.",
    .why = "Knot returns to the $TTL from before the $INCLUDE, the others keep the one of the file: "
           "two servers serve different TTLs.",
    .references = {rfc("2308", "4"), rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$INCLUDE hosts.inc
www A 192.0.2.3
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_sets_ttl,
};

} // namespace zonevet::rules::include_sets_ttl
