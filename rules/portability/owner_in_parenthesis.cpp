#include "lint/rule.h"

namespace zonevet::rules::owner_in_parenthesis {

extern const Rule rule{
    .name = "owner-in-parenthesis",
    .summary = "A parenthesis opens before the owner or the type of a record without an owner.",
    .why = "BIND reads the group, three other servers refuse the zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
( www A 192.0.2.3 )
)",
    .good = R"(
www A ( 192.0.2.3 )
)",
    .check = Mistake::owner_in_parenthesis,
};

} // namespace zonevet::rules::owner_in_parenthesis
