#include "lint/rule.h"

namespace zonevet::rules::carriage_return {

extern const Rule rule{
    .name = "carriage-return",
    .summary = "The lines end with carriage return and line feed.",
    .why = "The file was written on Windows. BIND and NSD read it, Knot refuses the "
           "zone: the primary loads what a secondary cannot.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = "www A 192.0.2.3\r\n",
    .good = "www A 192.0.2.3\n",
    .check = Mistake::line_ends_mixed,
};

} // namespace zonevet::rules::carriage_return
