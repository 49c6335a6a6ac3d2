#include "lint/rule.h"

namespace zonevet::rules::suppression_no_reason {

extern const Rule rule{
    .name = "suppression-no-reason",
    .summary = "A zonevet comment silences a rule without saying why.",
    .why = "The next reader of the file cannot tell a decision from an accident.",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; zonevet: ignore[owner-quoted]
"www" A 192.0.2.3
)",
    .good = R"(
; zonevet: ignore[owner-quoted] reason="kept for an old tool"
"www" A 192.0.2.3
)",
    .check = Mistake::suppression_no_reason,
};

} // namespace zonevet::rules::suppression_no_reason
