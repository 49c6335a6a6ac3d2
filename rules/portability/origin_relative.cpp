#include "lint/rule.h"

namespace zonevet::rules::origin_relative {

extern const Rule rule{
    .name = "origin-relative",
    .summary = "An origin has no final dot.",
    .why = "It is appended to the origin before: `sub` is what was meant, "
           "`sub.example.com` becomes sub.example.com.example.com. Knot and NSD refuse "
           "it.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$ORIGIN sub.example.com
@ A 192.0.2.3
)",
    .good = R"(
$ORIGIN sub.example.com.
@ A 192.0.2.3
)",
    .check = Mistake::origin_relative,
};

} // namespace zonevet::rules::origin_relative
