#include "lint/rule.h"

namespace zonevet::rules::owner_blank_after_include {

extern const Rule rule{
    .name = "owner-blank-after-include",
    .summary = "A blank owner stands right behind $INCLUDE.",
    .why = "BIND gives the record to the owner before the $INCLUDE, PowerDNS to the last "
           "owner inside the file: primary and secondary load different zones.",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .bad = R"(
@ A 192.0.2.9
$INCLUDE hosts.inc
  TXT "whose is this"
)",
    .good = R"(
@ A 192.0.2.9
$INCLUDE hosts.inc
@ TXT "of the zone"
)",
    .check = Mistake::owner_blank_after_include,
};

} // namespace zonevet::rules::owner_blank_after_include
