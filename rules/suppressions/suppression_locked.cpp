#include "lint/rule.h"

namespace zonevet::rules::suppression_locked {

extern const Rule rule{
    .name = "suppression-locked",
    .summary = "A zonevet comment names a rule that comments may not silence.",
    .why = "The configuration keeps this rule out of reach of comments, so the finding stays.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
; config: locked=owner-quoted
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_locked,
};

} // namespace zonevet::rules::suppression_locked
