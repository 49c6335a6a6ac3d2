#include "lint/rule.h"

namespace zonevet::rules::include_quoted {

extern const Rule rule{
    .name = "include-quoted",
    .summary = "The file name of $INCLUDE is in quotes.",
    .why = "NSD takes the quotes for a part of the name, does not find the file and refuses the zone.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = R"(
$INCLUDE "hosts.inc"
)",
    .good = R"(
$INCLUDE hosts.inc
)",
    .check = Mistake::include_quoted,
};

} // namespace zonevet::rules::include_quoted
