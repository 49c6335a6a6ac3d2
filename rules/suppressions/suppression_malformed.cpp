#include "lint/rule.h"

namespace zonevet::rules::suppression_malformed {

extern const Rule rule{
    .name = "suppression-malformed",
    .summary = "A zonevet comment does not follow its grammar.",
    .why = "A comment that is not understood silences nothing, or not what was meant.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
; zonevet: ignore owner-quoted
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_malformed,
};

} // namespace zonevet::rules::suppression_malformed
