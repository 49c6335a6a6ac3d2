#include "lint/rule.h"

namespace zonevet::rules::class_or_ttl_repeated {

extern const Rule rule{
    .name = "class-or-ttl-repeated",
    .summary = "A record states its TTL or its class twice.",
    .why = "All servers refuse the zone. Mostly the number is a field that belongs "
           "behind the type.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www 300 600 A 192.0.2.3
)",
    .good = R"(
www 300 IN A 192.0.2.3
)",
    .check = Mistake::ttl_repeated,
};

} // namespace zonevet::rules::class_or_ttl_repeated
