#include "lint/rule.h"

namespace zonevet::rules::value_invalid {

extern const Rule rule{
    .name = "value-invalid",
    .summary = "A field holds a word or value that its type does not know.",
    .why = "Servers refuse the zone, or publish data that no client can read.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"), rfc("9460", "2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www LOC 51 0 0 N 8 0 0 E 100ft
)",
    .good = R"(
www LOC 51 0 0 N 8 0 0 E 100m
)",
    .check = Mistake::value_invalid,
};

} // namespace zonevet::rules::value_invalid
