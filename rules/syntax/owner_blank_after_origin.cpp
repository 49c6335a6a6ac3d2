#include "lint/rule.h"

namespace zonevet::rules::owner_blank_after_origin {

extern const Rule rule{
    .name = "owner-blank-after-origin",
    .summary = "A blank owner stands right behind $ORIGIN.",
    .why = "It still means the name of the record before, not the new origin, which is "
           "what most readers take it for.",
    .effect = "the record belongs to another name than it seems",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .bad = R"(
www A 192.0.2.3
$ORIGIN sub.example.com.
    MX 10 mail.example.com.
)",
    .good = R"(
www A 192.0.2.3
$ORIGIN sub.example.com.
@   MX 10 mail.example.com.
)",
    .check = Mistake::owner_blank_after_origin,
};

} // namespace zonevet::rules::owner_blank_after_origin
