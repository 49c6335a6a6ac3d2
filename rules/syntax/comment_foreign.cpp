#include "lint/rule.h"

namespace zonevet::rules::comment_foreign {

extern const Rule rule{
    .name = "comment-foreign",
    .summary = "A line begins with the comment sign of another language.",
    .why = "Only `;` begins a comment. The line is read as a record with an odd owner, "
           "and servers refuse it.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
# the web server
www A 192.0.2.3
)",
    .good = R"(
; the web server
www A 192.0.2.3
)",
    .check = Mistake::comment_foreign,
};

} // namespace zonevet::rules::comment_foreign
