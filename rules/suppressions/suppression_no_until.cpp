#include "lint/rule.h"

namespace zonevet::rules::suppression_no_until {

extern const Rule rule{
    .name = "suppression-no-until",
    .summary = "A zonevet comment silences a rule for ever, where the configuration asks for an "
               "end.",
    .why = "Without a date nobody looks at the comment again, and it outlives its reason.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; config: require-until
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .good = R"(
; config: require-until
; zonevet: ignore[owner-quoted] until=2026-03-31 reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_no_until,
};

} // namespace zonevet::rules::suppression_no_until
