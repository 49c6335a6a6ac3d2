#include "lint/rule.h"

namespace zonevet::rules::blank_before_first_owner {

extern const Rule rule{
    .name = "blank-before-first-owner",
    .summary = "A line of blanks, or an indented comment, stands before the first owner.",
    .why = "Knot takes the blank for a repeated owner, of which there is none yet, and refuses the "
           "zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$TTL 3600
  ; kept by hand
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
$TTL 3600
; kept by hand
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
  ; two servers
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = Mistake::blank_before_owner,
};

} // namespace zonevet::rules::blank_before_first_owner
