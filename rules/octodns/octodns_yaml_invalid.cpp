#include "lint/rule.h"

namespace zonevet::rules::octodns_yaml_invalid {

extern const Rule rule{
    .name = "octodns-yaml-invalid",
    .summary = "A zone of octoDNS is not YAML.",
    .why = "Nothing of the file can be read: octoDNS stops with an error, and no zone of the run is "
           "published. A list item that stands one blank further to the right is enough.",
    .effect = "octoDNS stops, and publishes nothing",
    .references = {Reference{"YAML 1.1", "3.2.1.1", "https://yaml.org/spec/1.1/"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
'':
  - ttl: 300
    type: A
    value: 192.0.2.1
   - type: AAAA
    value: 2001:db8::1
)",
    .good = R"(
'':
  - ttl: 300
    type: A
    value: 192.0.2.1
  - type: AAAA
    value: 2001:db8::1
)",
    .check = Mistake::octodns_yaml_invalid,
};

} // namespace zonevet::rules::octodns_yaml_invalid
