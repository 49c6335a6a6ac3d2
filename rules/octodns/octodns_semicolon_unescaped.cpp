#include "lint/rule.h"

namespace zonevet::rules::octodns_semicolon_unescaped {

extern const Rule rule{
    .name = "octodns-semicolon-unescaped",
    .summary = "A semicolon in text is not escaped.",
    .why = "octoDNS wants `\\;` for every semicolon of a TXT record, unless the provider says "
           "`escaped_semicolons: false`. Else it refuses the record, or, in a lenient zone, finds a "
           "difference at every run.",
    .effect = "octoDNS refuses the zone, or plans the same change at every run",
    .references = {Reference{"octoDNS", "TXT", "https://octodns.readthedocs.io/en/latest/records.html"}},
    .level = Level::warning,
    .bad = R"(
_dmarc:
  type: TXT
  value: v=DMARC1;p=reject
)",
    .good = R"(
_dmarc:
  type: TXT
  value: v=DMARC1\;p=reject
)",
    .check = Mistake::octodns_semicolon_unescaped,
};

} // namespace zonevet::rules::octodns_semicolon_unescaped
