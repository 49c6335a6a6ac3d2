#include "lint/rule.h"

namespace zonevet::rules::suppression_expired {

extern const Rule rule{
    .name = "suppression-expired",
    .summary = "The end of a zonevet comment has passed.",
    .why = "What it silenced is reported again.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; zonevet: ignore[owner-quoted] until=2001-01-01 reason="x"
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_expired,
};

} // namespace zonevet::rules::suppression_expired
