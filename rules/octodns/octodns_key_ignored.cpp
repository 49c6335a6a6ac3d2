#include "lint/rule.h"

namespace zonevet::rules::octodns_key_ignored {

extern const Rule rule{
    .name = "octodns-key-ignored",
    .summary = "A key of a record means nothing to octoDNS.",
    .why = "octoDNS reads the keys it knows and ignores all others without a word. A misspelt key is "
           "lost, and a name that stands too far to the right becomes a key of the record above it.",
    .effect = "what the key says does not reach the zone",
    .references = {Reference{"octoDNS", "records", "https://octodns.readthedocs.io/en/latest/records.html"}},
    .level = Level::warning,
    .bad = R"(
api:
  type: A
  value: 192.0.2.1
  www:
    type: A
    value: 192.0.2.2
)",
    .good = R"(
api:
  type: A
  value: 192.0.2.1
www:
  type: A
  value: 192.0.2.2
)",
    .check = Mistake::octodns_key_ignored,
};

} // namespace zonevet::rules::octodns_key_ignored
