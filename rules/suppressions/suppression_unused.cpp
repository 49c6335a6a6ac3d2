#include "lint/rule.h"

namespace zonevet::rules::suppression_unused {

extern const Rule rule{
    .name = "suppression-unused",
    .summary = "A zonevet comment silences nothing.",
    .why = "What it was for is gone; it would hide the next mistake of the kind.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; zonevet: ignore[owner-quoted] reason="x"
www A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_unused,
};

} // namespace zonevet::rules::suppression_unused
