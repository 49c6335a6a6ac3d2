#include "lint/rule.h"

namespace zonevet::rules::type_unknown {

extern const Rule rule{
    .name = "type-unknown",
    .summary = "A word that should be a record type is none.",
    .why = "All servers refuse the zone; Knot calls it an invalid number.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"), rfc("3597", "5")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www CNMAE web
)",
    .good = R"(
www CNAME web
web A 192.0.2.3
)",
    .check = Mistake::type_unknown,
};

} // namespace zonevet::rules::type_unknown
