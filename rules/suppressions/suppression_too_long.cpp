#include "lint/rule.h"

namespace zonevet::rules::suppression_too_long {

extern const Rule rule{
    .name = "suppression-too-long",
    .summary = "The end of a zonevet comment is further away than the configuration allows.",
    .why = "An end in ten years is none: nobody looks at the comment again before.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; config: max-days=90
; zonevet: ignore[owner-quoted] until=2030-12-31 reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .good = R"(
; config: max-days=90
; zonevet: ignore[owner-quoted] until=2026-03-31 reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_too_long,
};

} // namespace zonevet::rules::suppression_too_long
