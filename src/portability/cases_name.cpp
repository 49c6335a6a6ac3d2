// How servers differ about names: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_name[] = {
    {"name-non-ascii", "octets over 127 in a name", as_we, refuses, as_we, as_we, "2181 11: any octet", "as they are",
     "name-non-ascii", "b\303\274cher A 192.0.2.3\n"},
    {"name-character", "`, & % $ + : = # ~ ! ' [ ? < ` \\| ^ @` inside a name, without a backslash", as_we, refuses,
     as_we, as_we, "2181 11: any octet", "as they are", "name-character-unescaped", R"(
a,b TXT a
a&b TXT a
a%b TXT a
a$b TXT a
a+b TXT a
a:b TXT a
a@b TXT a
)"},
    {"name-dollar", "a name that begins with `$`", refuses, refuses, otherwise("drops the record"), refuses,
     "1035 5.1: `\\$`", "a name", "directive-unknown", R"(
$price TXT a
)"},
    {"name-escaped", "`\\,` `\\.` `\\032` `\\000` in a name", as_we, as_we, as_we, as_we, "1035 5.1", "", "", R"(
a\,b TXT a
a\.b TXT a
a\032b TXT a
a\000b TXT a
)"},
    {"name-plain", "`_`, `/` and `*` in a name", as_we, as_we, as_we, as_we, "2181 11, 2317, 4592", "", "", R"(
_a TXT a
0/25 TXT a
a*b TXT a
)"},
    {"name-quoted", "a name in the data in quotes", refuses, refuses, otherwise("drops the quotes"),
     otherwise("takes it"), "1035 5.1: quotes are for strings", "not read", "name-quoted", R"(
www CNAME "ns1"
)"},
    {"mailbox-at-sign", "`@` in the mailbox of the SOA (a letter to those that take it)", as_we, refuses, as_we, as_we,
     "1035 3.3.13, 8", "a letter", "mailbox-at-sign", R"(
$TTL 3600
@ SOA ns1 host@example.com. 1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"template-placeholder", "`{{NAME}}` as an owner", otherwise("takes it for a name"), refuses,
     otherwise("takes it for a name"), otherwise("takes it for a name"), "", "not read: the file was not rendered",
     "template-placeholder", R"(
{{host}} TXT a
)"},
    {"label-too-long", "a label of more than 63 octets", refuses, refuses, refuses, refuses, "1035 2.3.4", "not read",
     "label-too-long", R"(
a123456789012345678901234567890123456789012345678901234567890123 TXT a
)"},
    {"label-empty", "an empty label: `a..b`, `.a`", refuses, refuses, refuses, refuses, "1035 3.1", "not read",
     "label-empty", R"(
a..b TXT a
)"},
    {"name-not-completed", "a relative name, or `@`, in the data of KX, LP, MINFO, NAPTR, SVCB, HTTPS, NSEC, IPSECKEY",
     as_we, as_we, as_we, otherwise("does not complete it"), "1035 5.1: the origin is added", "below the origin",
     "name-not-completed", R"(
www KX 10 ns1
www LP 10 ns1
www MINFO ns1 ns2
www NAPTR 10 10 "s" "SIP+D2U" "" ns1
www SVCB 1 ns1 alpn=h2
www HTTPS 1 ns1 alpn=h2
)"},
};

} // namespace

const std::span<const PortabilityCase> name_cases = table_of_name;

} // namespace zonevet
