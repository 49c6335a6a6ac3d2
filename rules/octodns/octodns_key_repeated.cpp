#include "lint/rule.h"

namespace zonevet::rules::octodns_key_repeated {

extern const Rule rule{
    .name = "octodns-key-repeated",
    .summary = "A key stands twice in one mapping.",
    .why = "YAML as octoDNS reads it takes the last of equal keys and says nothing, so the records "
           "of the first one vanish from the zone. It happens when a name that is there already is "
           "added at the end of the file.",
    .effect = "what the first of the two says is not published",
    .references = {Reference{"YAML 1.1", "3.2.1.1", "https://yaml.org/spec/1.1/"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
mail:
  type: A
  value: 192.0.2.25
mail:
  type: TXT
  value: v=spf1 a -all
)",
    .good = R"(
mail:
  - type: A
    value: 192.0.2.25
  - type: TXT
    value: v=spf1 a -all
)",
    .check = Mistake::octodns_key_repeated,
};

} // namespace zonevet::rules::octodns_key_repeated
