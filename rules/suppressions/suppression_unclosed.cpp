#include "lint/rule.h"

namespace zonevet::rules::suppression_unclosed {

extern const Rule rule{
    .name = "suppression-unclosed",
    .summary = "A range that switches a rule off never switches it on again.",
    .why = "The rest of the file is silent, also for records that are added later.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; zonevet: off[owner-quoted] reason="x"
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: off[owner-quoted] reason="x"
"www" A 192.0.2.3
; zonevet: on[owner-quoted]
)",
    .check = Mistake::suppression_unclosed,
};

} // namespace zonevet::rules::suppression_unclosed
