#include "lint/rule.h"

namespace zonevet::rules::generate_fixed_owner {

extern const Rule rule{
    .name = "generate-fixed-owner",
    .summary = "A $GENERATE line gives all its records the same owner.",
    .why = "Without `$` on the left all records pile up at one name.",
    .effect = "one name gets all the records",
    .references = {Reference{"BIND 9 ARM", "$GENERATE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::warning,
    .bad = R"(
$GENERATE 1-9 host A 192.0.2.$
)",
    .good = R"(
$GENERATE 1-9 host-$ A 192.0.2.$
)",
    .check = Mistake::generate_fixed_owner,
};

} // namespace zonevet::rules::generate_fixed_owner
