#include "lint/rule.h"

namespace zonevet::rules::parenthesis_unopened {

extern const Rule rule{
    .name = "parenthesis-unopened",
    .summary = "A closing parenthesis has no partner.",
    .why = "All common servers but PowerDNS refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www A 192.0.2.3 )
)",
    .good = R"(
www A ( 192.0.2.3 )
)",
    .check = Mistake::parenthesis_unopened,
};

} // namespace zonevet::rules::parenthesis_unopened
