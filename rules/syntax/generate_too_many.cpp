#include "lint/rule.h"

namespace zonevet::rules::generate_too_many {

extern const Rule rule{
    .name = "generate-too-many",
    .summary = "A $GENERATE line makes more records than the limit.",
    .why = "A range with a digit too many fills the memory of every server that loads "
           "the zone.",
    .effect = "servers run out of memory",
    .references = {Reference{"BIND 9 ARM", "$GENERATE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$GENERATE 0-99999999 host-$ A 192.0.2.1
)",
    .good = R"(
$GENERATE 0-9 host-$ A 192.0.2.1
)",
    .check = Mistake::generate_too_many,
};

} // namespace zonevet::rules::generate_too_many
