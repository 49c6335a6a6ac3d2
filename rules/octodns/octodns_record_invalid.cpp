#include "lint/rule.h"

namespace zonevet::rules::octodns_record_invalid {

extern const Rule rule{
    .name = "octodns-record-invalid",
    .summary = "A record lacks what octoDNS wants of every record.",
    .why = "Without a type or a value, with a TTL that is no number of seconds, or at `@` instead of "
           "an empty name, octoDNS refuses the record and with it the zone. In a lenient zone the "
           "record is lost instead.",
    .effect = "octoDNS refuses the zone, or the record is lost",
    .references = {Reference{"octoDNS", "records", "https://octodns.readthedocs.io/en/latest/records.html"}},
    .level = Level::error,
    .bad = R"(
'':
  type: TXT
  value2: v=spf1 -all
www:
  type: A
  value: 192.0.2.1
)",
    .good = R"(
'':
  type: TXT
  value: v=spf1 -all
www:
  type: A
  value: 192.0.2.1
)",
    .check = Mistake::octodns_record_invalid,
};

} // namespace zonevet::rules::octodns_record_invalid
