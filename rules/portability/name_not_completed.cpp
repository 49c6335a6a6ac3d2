#include "lint/rule.h"

namespace zonevet::rules::name_not_completed {

extern const Rule rule{
    .name = "name-not-completed",
    .summary = "A relative name stands in data that PowerDNS does not read.",
    .why = "PowerDNS completes the names of NS, CNAME, MX, SRV and PTR, and keeps those of other "
           "types as they are written: `www` is then `www.` of the root.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
www SVCB 1 ns1 alpn=h2
)",
    .good = R"(
www SVCB 1 ns1.example.com. alpn=h2
ftp HTTPS 1 . alpn=h2
)",
    .check = Mistake::name_not_completed,
};

} // namespace zonevet::rules::name_not_completed
