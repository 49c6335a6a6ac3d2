#include "lint/rule.h"

namespace zonevet::rules::suppression_unknown_rule {

extern const Rule rule{
    .name = "suppression-unknown-rule",
    .summary = "A zonevet comment names a rule that does not exist.",
    .why = "A misspelt name silences nothing.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
; zonevet: ignore[owner-qouted] reason="x"
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_unknown_rule,
};

} // namespace zonevet::rules::suppression_unknown_rule
