#include "lint/rule.h"

namespace zonevet::rules::type_not_data {

extern const Rule rule{
    .name = "type-not-data",
    .summary = "A type that exists only in messages stands in the zone.",
    .why = "ANY, AXFR, OPT, TSIG and their like are questions or signs on the wire. "
           "Servers refuse them in a zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("6895", "3.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www AXFR "all"
)",
    .good = R"(
www TXT "all"
)",
    .check = Mistake::type_not_data,
};

} // namespace zonevet::rules::type_not_data
