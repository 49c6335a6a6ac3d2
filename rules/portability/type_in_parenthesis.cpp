#include "lint/rule.h"

namespace zonevet::rules::type_in_parenthesis {

extern const Rule rule{
    .name = "type-in-parenthesis",
    .summary = "A parenthesis opens between the owner and the type.",
    .why = "PowerDNS takes the parenthesis for the type and refuses the zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
www ( IN A 192.0.2.3 )
)",
    .good = R"(
www IN A ( 192.0.2.3 )
)",
    .check = Mistake::type_in_parenthesis,
};

} // namespace zonevet::rules::type_in_parenthesis
