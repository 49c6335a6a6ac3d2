#include "lint/rule.h"

namespace zonevet::rules::octodns_key_not_text {

extern const Rule rule{
    .name = "octodns-key-not-text",
    .summary = "A name is read as something else because it is not quoted.",
    .why = "In YAML 1.1 an unquoted `no`, `on` or `null` is no text, `010` is an octal number and "
           "`1.10` is 1.1. The record gets the name that this value has as text: `false`, `8`, "
           "`1.1`.",
    .effect = "the record gets another name",
    .references = {Reference{"YAML 1.1", "3.2.1.1", "https://yaml.org/spec/1.1/"}},
    .level = Level::warning,
    .bad = R"(
no:
  type: CNAME
  value: norway.example.net.
)",
    .good = R"(
'no':
  type: CNAME
  value: norway.example.net.
)",
    .check = Mistake::octodns_key_not_text,
};

} // namespace zonevet::rules::octodns_key_not_text
