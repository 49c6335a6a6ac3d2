#include "lint/rule.h"

namespace zonevet::rules::include_loop {

extern const Rule rule{
    .name = "include-loop",
    .summary = "A file includes itself, or includes go too deep.",
    .why = "BIND and validns run out of file handles, Knot may not end.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$INCLUDE example.com.zone ; the file itself
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_loop,
};

} // namespace zonevet::rules::include_loop
