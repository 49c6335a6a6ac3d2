#include "lint/rule.h"

namespace zonevet::rules::quote_unclosed {

extern const Rule rule{
    .name = "quote-unclosed",
    .summary = "A quoted string does not end on its line.",
    .why = "Everything up to the next quote becomes part of the text. BIND, Knot and "
           "ldns refuse the zone; NSD and validns load it with the following records "
           "swallowed.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
txt TXT "v=spf1 -all
www A 192.0.2.3
)",
    .good = R"(
txt TXT "v=spf1 -all"
www A 192.0.2.3
)",
    .check = Mistake::quote_unclosed,
};

} // namespace zonevet::rules::quote_unclosed
