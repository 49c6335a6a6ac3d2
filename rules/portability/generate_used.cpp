#include "lint/rule.h"

namespace zonevet::rules::generate_used {

extern const Rule rule{
    .name = "generate-used",
    .summary = "The zone uses $GENERATE. Told once for a file.",
    .why = "It is an extension of BIND that no standard describes. Knot and NSD refuse the zone.",
    .references = {Reference{"BIND 9 ARM", "$GENERATE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::info,
    .bad = R"(
$GENERATE 1-3 host-$ A 192.0.2.$
)",
    .good = R"(
host-1 A 192.0.2.1
)",
    .check = Mistake::generate_used,
};

} // namespace zonevet::rules::generate_used
