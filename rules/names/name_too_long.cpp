#include "lint/rule.h"

namespace zonevet::rules::name_too_long {

extern const Rule rule{
    .name = "name-too-long",
    .summary = "A name has more than 255 octets.",
    .why = "Often the origin was appended to a name that has it already, because the "
           "final dot is missing. All servers but validns and ldns refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "2.3.4")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
x CNAME aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
)",
    .good = R"(
x CNAME aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
)",
    .check = Mistake::name_too_long,
};

} // namespace zonevet::rules::name_too_long
