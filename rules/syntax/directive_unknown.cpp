#include "lint/rule.h"

namespace zonevet::rules::directive_unknown {

extern const Rule rule{
    .name = "directive-unknown",
    .summary = "A line begins with a directive that does not exist.",
    .why = "All servers refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"), rfc("2308", "4")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$TTTL 3600
)",
    .good = R"(
$TTL 3600
)",
    .check = Mistake::directive_unknown,
};

} // namespace zonevet::rules::directive_unknown
