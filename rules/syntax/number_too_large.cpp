#include "lint/rule.h"

namespace zonevet::rules::number_too_large {

extern const Rule rule{
    .name = "number-too-large",
    .summary = "A number is larger than its field can hold.",
    .why = "BIND and Knot refuse the zone; ldns, validns and PowerDNS wrap the number "
           "round in silence.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.3")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ MX 65536 ns1
)",
    .good = R"(
@ MX 65535 ns1
)",
    .check = Mistake::number_too_large,
};

} // namespace zonevet::rules::number_too_large
