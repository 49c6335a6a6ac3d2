#include "lint/rule.h"

namespace zonevet::rules::include_with_origin {

extern const Rule rule{
    .name = "include-with-origin",
    .summary = "An $INCLUDE gives its file an origin.",
    .why = "PowerDNS ignores it: names of the file come to stand at the wrong place of the tree.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
$INCLUDE hosts.inc sub.example.com.
)",
    .good = R"(
$INCLUDE hosts.inc
)",
    .check = Mistake::include_with_origin,
};

} // namespace zonevet::rules::include_with_origin
