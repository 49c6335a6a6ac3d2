#include "lint/rule.h"

namespace zonevet::rules::string_too_long {

extern const Rule rule{
    .name = "string-too-long",
    .summary = "One string has more than 255 octets.",
    .why = "A character-string has a length octet. BIND, NSD and ldns refuse the zone, "
           "Knot cuts the string in two, PowerDNS takes it: the primary loads what a "
           "secondary does not. Long DKIM keys are the usual cause.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.3"), rfc("7208", "3.3")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
k._domainkey TXT "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
)",
    .good = R"(
k._domainkey TXT "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
)",
    .check = Mistake::string_too_long,
};

} // namespace zonevet::rules::string_too_long
