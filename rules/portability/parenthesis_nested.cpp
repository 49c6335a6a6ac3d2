#include "lint/rule.h"

namespace zonevet::rules::parenthesis_nested {

extern const Rule rule{
    .name = "parenthesis-nested",
    .summary = "A parenthesis stands inside another.",
    .why = "The standard does not define it. BIND and ldns read it, Knot, NSD and "
           "validns refuse the zone: the primary loads what a secondary cannot.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
a TXT ( "one" ( "two" ) )
)",
    .good = R"(
a TXT ( "one" "two" )
)",
    .check = Mistake::parenthesis_nested,
};

} // namespace zonevet::rules::parenthesis_nested
