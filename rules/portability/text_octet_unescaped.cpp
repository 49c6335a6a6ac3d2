#include "lint/rule.h"

namespace zonevet::rules::text_octet_unescaped {

extern const Rule rule{
    .name = "text-octet-unescaped",
    .summary = "A text holds an octet outside of printable ASCII that is not escaped.",
    .why = "The standard allows it, and most servers publish it as it stands. Knot refuses the zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = "www TXT \"b\303\274cher\"\n",
    .good = "www TXT \"b\\195\\188cher\"\n",
    .check = Mistake::text_octet_unescaped,
};

} // namespace zonevet::rules::text_octet_unescaped
