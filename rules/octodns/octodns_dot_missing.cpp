#include "lint/rule.h"

namespace zonevet::rules::octodns_dot_missing {

extern const Rule rule{
    .name = "octodns-dot-missing",
    .summary = "A target has no final dot, and the others of the file have one.",
    .why = "Targets of octoDNS are absolute, and before version 1.17 one without its final dot is "
           "refused. Newer versions pass it on: most providers take it, others put it below the "
           "zone, and many report a difference at every run.",
    .effect = "octoDNS refuses the record, or plans the same change at every run",
    .references = {Reference{"octoDNS", "records", "https://octodns.readthedocs.io/en/latest/records.html"}},
    .level = Level::warning,
    .bad = R"(
api:
  type: CNAME
  value: web.example.net.
docs:
  type: CNAME
  value: web.example.net.
shop:
  type: CNAME
  value: web.example.net.
status:
  type: CNAME
  value: web.example.net.
www:
  type: CNAME
  value: web.example.net
)",
    .good = R"(
docs:
  type: CNAME
  value: web.example.net.
www:
  type: CNAME
  value: web.example.net.
)",
    .check = Mistake::octodns_dot_missing,
};

} // namespace zonevet::rules::octodns_dot_missing
