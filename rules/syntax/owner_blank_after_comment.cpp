#include "lint/rule.h"

namespace zonevet::rules::owner_blank_after_comment {

extern const Rule rule{
    .name = "owner-blank-after-comment",
    .summary = "A blank owner stands behind a record of another name that was commented out.",
    .why = "Whoever comments out the first record of a name gives all that follow it without an owner "
           "to the name above. Nothing is wrong with the text, so no server says a word.",
    .effect = "the record moved to another name",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www  A   192.0.2.3
;mail A  192.0.2.4
     MX  10 mx.example.net.
)",
    .good = R"(
www  A   192.0.2.3
;www A   192.0.2.4
     MX  10 mx.example.net.
; the mail server of the web server
     AAAA 2001:db8::3
)",
    .check = Mistake::owner_blank_after_comment,
};

} // namespace zonevet::rules::owner_blank_after_comment
