#include "lint/rule.h"

namespace zonevet::rules::type_missing {

extern const Rule rule{
    .name = "type-missing",
    .summary = "A record ends before its type.",
    .why = "A name alone is no record. Servers refuse the zone; mostly a line break came "
           "in, or the rest of the line was deleted.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www IN
)",
    .good = R"(
www IN A 192.0.2.3
)",
    .check = Mistake::type_missing,
};

} // namespace zonevet::rules::type_missing
