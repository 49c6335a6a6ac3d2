#include "lint/rule.h"

namespace zonevet::rules::include_missing {

extern const Rule rule{
    .name = "include-missing",
    .summary = "An included file does not exist or cannot be read.",
    .why = "Servers refuse the zone. When the file exists only on the server, its "
           "records are unknown here, and nothing is called missing.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$INCLUDE no-such-file.inc
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_missing,
};

} // namespace zonevet::rules::include_missing
