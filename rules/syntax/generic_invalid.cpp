#include "lint/rule.h"

namespace zonevet::rules::generic_invalid {

extern const Rule rule{
    .name = "generic-invalid",
    .summary = "Data in generic form (\\#) is not well formed.",
    .why = "The number must be the count of octets that follow, and for a known type "
           "they must be data of that type. Servers refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("3597", "5")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www TYPE65280 \# 4 0a0000
)",
    .good = R"(
www TYPE65280 \# 3 0a0000
)",
    .check = Mistake::generic_invalid,
};

} // namespace zonevet::rules::generic_invalid
