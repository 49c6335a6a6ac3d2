#include "lint/rule.h"

namespace zonevet::rules::octodns_record_repeated {

extern const Rule rule{
    .name = "octodns-record-repeated",
    .summary = "A name has two records of one type.",
    .why = "One record of octoDNS is a whole RRset. A second one of the same name and type is an "
           "error, `DuplicateRecordException`, and not another value.",
    .effect = "octoDNS stops, and publishes nothing",
    .references = {Reference{"octoDNS", "records", "https://octodns.readthedocs.io/en/latest/records.html"}},
    .level = Level::error,
    .bad = R"(
www:
  - type: A
    value: 192.0.2.1
  - type: A
    value: 192.0.2.2
)",
    .good = R"(
www:
  type: A
  values:
    - 192.0.2.1
    - 192.0.2.2
)",
    .check = Mistake::octodns_record_repeated,
};

} // namespace zonevet::rules::octodns_record_repeated
