#include "lint/rule.h"

namespace zonevet::rules::address_invalid {

extern const Rule rule{
    .name = "address-invalid",
    .summary = "An address is not written as one.",
    .why = "All servers refuse the zone. PowerDNS reads leading zeros as decimal, other "
           "programs as octal.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.4.1"), rfc("3596", "2.4"), rfc("4291", "2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www A 192.0.2.256
)",
    .good = R"(
www A 192.0.2.25
)",
    .check = Mistake::address_invalid,
};

} // namespace zonevet::rules::address_invalid
