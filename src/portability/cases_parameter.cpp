// Keys and values of SVCB and HTTPS (RFC 9460).
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_parameter[] = {
    {"svcb-usual", "`alpn`, `port`, hints, `mandatory`, `keyN`, quoted values, in any order", as_we, as_we, as_we,
     as_we, "9460 2.1", "", "", R"(
www SVCB 1 ns1.example.com. port=1 alpn="h2,h3" mandatory=port ipv4hint=192.0.2.1 ipv6hint=2001:db8::1 key65000=a
)"},
    {"svcb-dohpath", "`dohpath`", as_we, refuses, as_we, as_we, "9461 5", "key7", "data-form-uncommon", R"(
www SVCB 1 ns1.example.com. alpn=h2 dohpath=/dns-query{?dns}
)"},
    {"svcb-ohttp", "`ohttp`", refuses, refuses, refuses, as_we, "9540 4", "key8", "data-form-uncommon", R"(
www SVCB 1 ns1.example.com. alpn=h2 ohttp
)"},
    {"svcb-known-number", "a key that has a name by its number, with escapes: `key1=\"\\002h2\"`", as_we, as_we,
     otherwise("takes the text of the known key"), as_we, "9460 2.1: the octets", "the octets", "data-form-uncommon",
     R"(
www SVCB 1 ns1.example.com. key1="\002h2"
)"},
    {"svcb-echconfig", "`echconfig`, the name that drafts gave to `ech`", refuses, refuses, otherwise("takes it"),
     otherwise("takes it"), "9848: `ech`", "not read", "value-invalid", R"(
www SVCB 1 ns1.example.com. echconfig=AAAA
)"},
    {"svcb-alpn-empty", "an empty name in `alpn`", refuses, refuses, otherwise("cuts it off"), otherwise("takes it"),
     "9460 7.1.1: not empty", "not read", "value-invalid", R"(
www SVCB 1 ns1.example.com. alpn=h2,,h3
)"},
    {"svcb-number-zeros", "`key065`, a number with a leading zero", refuses, otherwise("takes it"),
     otherwise("takes it"), otherwise("takes it"), "9460 2.1", "not read", "value-invalid", R"(
www SVCB 1 ns1.example.com. key065=a
)"},
    {"svcb-alone-no-default", "`no-default-alpn` without `alpn`", refuses, otherwise("takes it"), otherwise("takes it"),
     otherwise("takes it"), "9460 7.1.1", "not read", "value-invalid", R"(
www SVCB 1 ns1.example.com. no-default-alpn
)"},
    {"svcb-twice", "a key twice", refuses, refuses, refuses, otherwise("takes it"), "9460 2.2", "not read",
     "value-invalid", R"(
www SVCB 1 ns1.example.com. port=1 port=2
)"},
};

} // namespace

const std::span<const PortabilityCase> parameter_cases = table_of_parameter;

} // namespace zonevet
