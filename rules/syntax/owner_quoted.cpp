#include "lint/rule.h"

namespace zonevet::rules::owner_quoted {

extern const Rule rule{
    .name = "owner-quoted",
    .summary = "An owner name stands in quotes.",
    .why = "Quotes are for text. BIND and PowerDNS take them off, Knot and validns "
           "refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
"www" A 192.0.2.3
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::owner_quoted,
};

} // namespace zonevet::rules::owner_quoted
