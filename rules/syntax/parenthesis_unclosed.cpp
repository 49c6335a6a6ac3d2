#include "lint/rule.h"

namespace zonevet::rules::parenthesis_unclosed {

extern const Rule rule{
    .name = "parenthesis-unclosed",
    .summary = "An opening parenthesis has no partner.",
    .why = "The group runs on over the records that follow. Servers refuse the zone at "
           "the end of the file, far from the place; PowerDNS and ldns say nothing.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
a TXT ( "one"
www A 192.0.2.3
)",
    .good = R"(
a TXT ( "one"
  "two" )
www A 192.0.2.3
)",
    .check = Mistake::parenthesis_unclosed,
};

} // namespace zonevet::rules::parenthesis_unclosed
