#include "lint/rule.h"

namespace zonevet::rules::type_of_gdnsd {

extern const Rule rule{
    .name = "type-of-gdnsd",
    .summary = "DYNA and DYNC are record types of one server, gdnsd. Told once for a file.",
    .why = "gdnsd makes addresses or aliases of them when it is asked. Every other server refuses the "
           "zone, and what the name leads to cannot be told from the file.",
    .effect = "servers other than gdnsd refuse the zone",
    .references = {Reference{"gdnsd", "zone files", "https://github.com/gdnsd/gdnsd/wiki/GdnsdZonefile"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www DYNA geoip!web
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::type_of_gdnsd,
};

} // namespace zonevet::rules::type_of_gdnsd
