#include "lint/rule.h"

namespace zonevet::rules::parenthesis_touches_text {

extern const Rule rule{
    .name = "parenthesis-touches-text",
    .summary = "A text without quotes touches a parenthesis.",
    .why = "Knot makes the parenthesis a part of the text, so that its clients see another text than "
           "those of the other servers.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
www TXT (yes)
)",
    .good = R"(
www TXT ( yes )
ftp TXT ("yes")
)",
    .check = Mistake::parenthesis_touches_text,
};

} // namespace zonevet::rules::parenthesis_touches_text
