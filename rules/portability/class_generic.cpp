#include "lint/rule.h"

namespace zonevet::rules::class_generic {

extern const Rule rule{
    .name = "class-generic",
    .summary = "The class is written as `CLASS1`.",
    .why = "That is `IN` in the form for unknown classes. Knot and PowerDNS do not know the form and "
           "refuse the zone.",
    .references = {rfc("3597", "5")},
    .level = Level::info,
    .bad = R"(
www CLASS1 A 192.0.2.3
)",
    .good = R"(
www IN A 192.0.2.3
)",
    .check = Mistake::class_generic,
};

} // namespace zonevet::rules::class_generic
