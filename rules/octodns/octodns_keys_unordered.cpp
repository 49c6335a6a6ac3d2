#include "lint/rule.h"

namespace zonevet::rules::octodns_keys_unordered {

extern const Rule rule{
    .name = "octodns-keys-unordered",
    .summary = "Keys of a zone of octoDNS are not in their order.",
    .why = "octoDNS refuses a file whose keys are out of order, unless its configuration says "
           "`enforce_order: false`; numbers in names count by their value, so `web2` comes before "
           "`web10`. That is looked up in the configuration beside the zones; without one, a file "
           "that is wholly unordered is taken for one whose owner does not want it.",
    .effect = "octoDNS stops, and publishes nothing",
    .references = {Reference{"octoDNS", "YamlProvider",
                             "https://octodns.readthedocs.io/en/latest/api/octodns.provider.yaml.html"}},
    .level = Level::error,
    .bad = R"(
alpha:
  type: A
  value: 192.0.2.1
gamma:
  type: A
  value: 192.0.2.3
beta:
  type: A
  value: 192.0.2.2
)",
    .good = R"(
alpha:
  type: A
  value: 192.0.2.1
beta:
  type: A
  value: 192.0.2.2
gamma:
  type: A
  value: 192.0.2.3
)",
    .check = Mistake::octodns_keys_unordered,
};

} // namespace zonevet::rules::octodns_keys_unordered
