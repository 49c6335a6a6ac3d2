#include "lint/rule.h"

namespace zonevet::rules::text_semicolon {

extern const Rule rule{
    .name = "text-semicolon",
    .summary = "An unquoted text is cut short by a semicolon.",
    .why = "A `;` outside of quotes begins a comment. `v=DMARC1; p=reject` is published "
           "as `v=DMARC1`, and no server says a word.",
    .effect = "what stands behind the semicolon is not published",
    .references = {rfc("1035", "5.1"), rfc("7489", "6.3")},
    .level = Level::error,
    .bad = R"(
_dmarc TXT v=DMARC1; p=reject
)",
    .good = R"(
_dmarc TXT "v=DMARC1; p=reject"
)",
    .check = Mistake::text_semicolon,
};

} // namespace zonevet::rules::text_semicolon
