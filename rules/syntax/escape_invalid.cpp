#include "lint/rule.h"

namespace zonevet::rules::escape_invalid {

extern const Rule rule{
    .name = "escape-invalid",
    .summary = "A backslash is followed by something that is no escape.",
    .why = "A backslash takes one character that is no digit, or three digits up to 255. "
           "BIND, Knot and ldns refuse others; NSD and PowerDNS store different octets.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"), rfc("4343", "2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
a TXT "\300"
)",
    .good = R"(
a TXT "\200 \"quoted\""
)",
    .check = Mistake::escape_invalid,
};

} // namespace zonevet::rules::escape_invalid
