#include "lint/rule.h"

namespace zonevet::rules::class_wrong {

extern const Rule rule{
    .name = "class-wrong",
    .summary = "A record has another class than IN.",
    .why = "A zone has one class (RFC 1035, section 5.2). BIND, Knot and NSD refuse the "
           "zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.2")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www CH A 192.0.2.3
)",
    .good = R"(
www IN A 192.0.2.3
)",
    .check = Mistake::class_wrong,
};

} // namespace zonevet::rules::class_wrong
