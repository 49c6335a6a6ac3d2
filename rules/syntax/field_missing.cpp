#include "lint/rule.h"

namespace zonevet::rules::field_missing {

extern const Rule rule{
    .name = "field-missing",
    .summary = "A record has fewer fields than its type needs.",
    .why = "All servers refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.3")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ MX 10
)",
    .good = R"(
@ MX 10 ns1
)",
    .check = Mistake::field_missing,
};

} // namespace zonevet::rules::field_missing
