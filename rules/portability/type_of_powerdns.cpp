#include "lint/rule.h"

namespace zonevet::rules::type_of_powerdns {

extern const Rule rule{
    .name = "type-of-powerdns",
    .summary = "ALIAS and LUA are record types of one server, PowerDNS.",
    .why = "It makes addresses of them when it is asked. Every other server refuses the zone, and "
           "what the name leads to cannot be told from the file.",
    .references = {Reference{"PowerDNS", "ALIAS", "https://doc.powerdns.com/authoritative/guides/alias.html"},
                   Reference{"PowerDNS", "Lua records", "https://doc.powerdns.com/authoritative/lua-records/"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ ALIAS www.example.net.
)",
    .good = R"(
www CNAME www.example.net.
)",
    .check = Mistake::type_of_powerdns,
};

} // namespace zonevet::rules::type_of_powerdns
