#include "lint/rule.h"

namespace zonevet::rules::owner_blank_in_include {

extern const Rule rule{
    .name = "owner-blank-in-include",
    .summary = "The first record of an included file has a blank owner.",
    .why = "BIND, NSD and PowerDNS give it the owner that stood before the $INCLUDE, so the same file means "
           "something else in every place; Knot refuses the zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
$INCLUDE hosts.inc
)",
    .good = R"(
@ A 192.0.2.9
)",
    .check = Mistake::owner_blank_in_include,
};

} // namespace zonevet::rules::owner_blank_in_include
