#include "lint/rule.h"

namespace zonevet::rules::label_too_long {

extern const Rule rule{
    .name = "label-too-long",
    .summary = "A label has more than 63 octets.",
    .why = "No server can put it on the wire; only validns loads the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "2.3.4")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa A 192.0.2.3
)",
    .good = R"(
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa A 192.0.2.3
)",
    .check = Mistake::label_too_long,
};

} // namespace zonevet::rules::label_too_long
