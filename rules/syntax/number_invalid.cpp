#include "lint/rule.h"

namespace zonevet::rules::number_invalid {

extern const Rule rule{
    .name = "number-invalid",
    .summary = "A field that should be a number is none.",
    .why = "All servers refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.3")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ MX ten ns1
)",
    .good = R"(
@ MX 10 ns1
)",
    .check = Mistake::number_invalid,
};

} // namespace zonevet::rules::number_invalid
