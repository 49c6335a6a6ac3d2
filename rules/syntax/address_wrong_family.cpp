#include "lint/rule.h"

namespace zonevet::rules::address_wrong_family {

extern const Rule rule{
    .name = "address-wrong-family",
    .summary = "An IPv6 address stands in an A record, or an IPv4 address in an AAAA record.",
    .why = "All servers refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.4.1"), rfc("3596", "2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www A 2001:db8::1
)",
    .good = R"(
www AAAA 2001:db8::1
)",
    .check = Mistake::address_wrong_family,
};

} // namespace zonevet::rules::address_wrong_family
