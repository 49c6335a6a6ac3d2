#include "lint/rule.h"

namespace zonevet::rules::include_repeated {

extern const Rule rule{
    .name = "include-repeated",
    .summary = "The same file is included twice with the same origin.",
    .why = "The second copy adds nothing: its records are there already. Mostly the line was copied "
           "and another file was meant.",
    .effect = "the file that was meant may be missing",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .bad = R"(
$INCLUDE example.com.zone ; the file itself
$INCLUDE example.com.zone
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_repeated,
};

} // namespace zonevet::rules::include_repeated
