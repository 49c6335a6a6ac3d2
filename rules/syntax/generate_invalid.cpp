#include "lint/rule.h"

namespace zonevet::rules::generate_invalid {

extern const Rule rule{
    .name = "generate-invalid",
    .summary = "A $GENERATE line is not well formed, or makes records that are none.",
    .why = "BIND and PowerDNS refuse the zone. Knot, NSD and ldns know no $GENERATE at "
           "all.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {Reference{"BIND 9 ARM", "$GENERATE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$GENERATE 250-260 host-$ A 192.0.2.$
)",
    .good = R"(
$GENERATE 250-254 host-$ A 192.0.2.$
)",
    .check = Mistake::generate_invalid,
};

} // namespace zonevet::rules::generate_invalid
