#include "lint/rule.h"

namespace zonevet::rules::include_sets_origin {

extern const Rule rule{
    .name = "include-sets-origin",
    .summary = "A relative name follows an $INCLUDE whose file has changed the origin.",
    .why = "By the standard an included file never changes the origin of the file that includes it. "
           "PowerDNS goes on with the origin of the included file.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$INCLUDE hosts.inc
www A 192.0.2.3
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_sets_origin,
};

} // namespace zonevet::rules::include_sets_origin
