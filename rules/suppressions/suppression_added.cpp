#include "lint/rule.h"

namespace zonevet::rules::suppression_added {

// A review compares what is silenced in both states itself: lint/added_suppressions.cpp.
extern const Rule rule{
    .name = "suppression-added",
    .summary = "The change brings a comment that silences a finding.",
    .why = "A comment of one line turns a red review green, and the person who approves sees neither the comment "
           "nor what it hides.",
    .effect = "what it silences is not reported, now and later",
    .references = {Reference{"zonevet", "comments that silence findings",
                             "https://github.com/zonevet/zonevet#silencing-a-finding"}},
    .level = Level::warning,
    .profile = Profile::core,
    .bad = R"(
; a line of the change
; zonevet: ignore[mx-target-missing] reason="later"
@ MX 10 mial
)",
    .good = R"(
@ MX 10 mail
)",
    .check = OfWholeRun{},
    .takes_ack = true,
};

} // namespace zonevet::rules::suppression_added
