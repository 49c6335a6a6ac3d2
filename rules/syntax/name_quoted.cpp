#include "lint/rule.h"

namespace zonevet::rules::name_quoted {

extern const Rule rule{
    .name = "name-quoted",
    .summary = "A domain name in the data stands in quotes.",
    .why = "Quotes are for text. NSD and PowerDNS read it, BIND, Knot and validns refuse "
           "the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www CNAME "web"
)",
    .good = R"(
www CNAME web
web A 192.0.2.3
)",
    .check = Mistake::name_quoted,
};

} // namespace zonevet::rules::name_quoted
