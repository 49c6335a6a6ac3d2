#include "lint/rule.h"

namespace zonevet::rules::origin_at_sign {

extern const Rule rule{
    .name = "origin-at-sign",
    .summary = "An origin is given as `@`.",
    .why = "It changes nothing where it is read. Knot refuses the zone, NSD does behind $INCLUDE.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$ORIGIN @
www A 192.0.2.3
)",
    .good = R"(
$ORIGIN example.com.
www A 192.0.2.3
)",
    .check = Mistake::origin_at_sign,
};

} // namespace zonevet::rules::origin_at_sign
