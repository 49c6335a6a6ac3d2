#include "lint/rule.h"

namespace zonevet::rules::ttl_too_large {

extern const Rule rule{
    .name = "ttl-too-large",
    .summary = "A TTL is larger than 2147483647.",
    .why = "A TTL has 31 bits; caches take a larger one as 0 and ask for the record "
           "again and again.",
    .effect = "the record is not cached at all",
    .references = {rfc("2181", "8")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www 2147483648 A 192.0.2.3
)",
    .good = R"(
www 604800 A 192.0.2.3
)",
    .check = Mistake::ttl_too_large,
};

} // namespace zonevet::rules::ttl_too_large
