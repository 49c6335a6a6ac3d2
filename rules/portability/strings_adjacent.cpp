#include "lint/rule.h"

namespace zonevet::rules::strings_adjacent {

extern const Rule rule{
    .name = "strings-adjacent",
    .summary = "Two strings have no blank between them.",
    .why = "The standard leaves it open. Knot refuses the zone, the others read two "
           "strings.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
a TXT "one""two"
)",
    .good = R"(
a TXT "one" "two"
)",
    .check = Mistake::strings_adjacent,
};

} // namespace zonevet::rules::strings_adjacent
