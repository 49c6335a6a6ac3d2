#include "lint/rule.h"

namespace zonevet::rules::fields_swapped {

extern const Rule rule{
    .name = "fields-swapped",
    .summary = "Two fields of a record stand in each other's place.",
    .why = "All servers refuse the zone, and say only that something is no number.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.3.9")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ MX ns1 10
)",
    .good = R"(
@ MX 10 ns1
)",
    .check = Mistake::fields_swapped,
};

} // namespace zonevet::rules::fields_swapped
