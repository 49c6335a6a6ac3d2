// How servers differ about the zone as a whole: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_zone[] = {
    {"record-outside-zone", "a record outside of the zone", otherwise("drops it"), otherwise("drops it"), refuses,
     otherwise("keeps it"), "1035 5.2", "not part of the zone", "record-outside-zone", R"(
www.example.net. A 192.0.2.3
)"},
    {"record-duplicate", "the same record twice", as_we, as_we, as_we, as_we, "2181 5", "", "record-duplicate", R"(
www A 192.0.2.3
www A 192.0.2.3
)"},
    {"soa-missing", "no SOA", refuses, refuses, refuses, otherwise("takes it"), "1035 5.2: one", "", "soa-missing", R"(
; no SOA here
@ 3600 NS ns1
ns1 3600 A 192.0.2.1
)"},
    {"soa-repeated", "the same SOA twice", as_we, as_we, refuses, as_we, "5936 2.2: a transfer ends with it", "",
     "soa-repeated", R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
)"},
    {"soa-duplicate", "two different SOA records", refuses, otherwise("takes one"), refuses, otherwise("takes both"),
     "1035 5.2: one", "", "soa-duplicate", R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
@ SOA ns1 hostmaster 2 4h 1h 14d 1h
)"},
    {"soa-not-first", "a record before the SOA", as_we, as_we, as_we, as_we, "1035 5.2 asks for no order", "",
     "soa-not-first", R"(
$TTL 3600
@ NS ns1
ns1 A 192.0.2.1
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
)"},
    {"soa-not-at-apex", "an SOA below the apex", refuses, otherwise("takes it"), refuses, otherwise("takes it"),
     "1035 5.2", "", "soa-not-at-apex", R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
sub SOA ns1 hostmaster 1 4h 1h 14d 1h
)"},
    {"apex-ns-missing", "no NS at the apex", refuses, refuses, otherwise("takes it"), otherwise("takes it"),
     "1034 4.2.1", "", "apex-ns-missing", R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
ns1 A 192.0.2.1
)"},
    {"ns-without-address", "a name server of the zone, in the zone, without an address", refuses, refuses,
     otherwise("takes it"), otherwise("takes it"), "1034 4.2.1", "", "ns-target-missing", R"(
@ NS ns3
)"},
    {"glue-missing", "a delegation to a server below it, without an address (BIND warns)", otherwise("takes it"),
     refuses, otherwise("takes it"), otherwise("takes it"), "1034 4.2.1, 9471", "", "glue-missing", R"(
sub NS ns.sub
sub NS ns2
)"},
    {"ns-target-is-alias", "a delegation to an alias (BIND warns; refuses at the apex)", otherwise("takes it"), refuses,
     otherwise("takes it"), otherwise("takes it"), "2181 10.3", "", "ns-target-is-alias", R"(
sub NS ns1
sub NS alias
alias CNAME ns1
)"},
    {"mx-target-is-alias", "an MX or SRV that leads to an alias (BIND warns)", as_we, as_we, as_we, as_we, "2181 10.3",
     "", "mx-target-is-alias", R"(
www MX 10 alias
alias CNAME ns1
)"},
    {"ns-target-is-address", "NS that is an address (BIND warns)", otherwise("takes it"), refuses,
     otherwise("takes it"), otherwise("takes it"), "1035 3.3.11: a name", "", "ns-target-is-address", R"(
sub NS 192.0.2.1
sub NS ns1
)"},
    {"cname-and-other-data", "CNAME beside other data", refuses, refuses, refuses, otherwise("takes it"),
     "1034 3.6.2, 2181 10.1", "", "cname-and-other-data", R"(
www CNAME ns1
www A 192.0.2.3
)"},
    {"key-beside-cname", "KEY beside a CNAME (the next BIND refuses it)", as_we, refuses, refuses, as_we,
     "3007 3.1.1 allows it", "", "key-beside-cname", R"(
www CNAME ns1
www KEY 256 3 8 AwEAAcGQwqOAfFaCHYuQAYxU2z9WRlDT
)"},
    {"cname-multiple", "two different CNAMEs", refuses, refuses, refuses, otherwise("takes both"), "2181 10.1", "",
     "cname-multiple", R"(
www CNAME ns1
www CNAME ns2
)"},
    {"dname-multiple", "two different DNAMEs", refuses, refuses, refuses, otherwise("takes both"), "6672 2.4", "",
     "dname-multiple", R"(
www DNAME a.example.net.
www DNAME b.example.net.
)"},
    {"dname-hides-names", "data below a DNAME", otherwise("loads and hides it"), refuses, refuses,
     otherwise("takes it"), "6672 2.4: must not", "", "dname-hides-names", R"(
www DNAME a.example.net.
ftp.www A 192.0.2.3
)"},
    {"ns-beside-dname", "NS beside a DNAME, not at the apex", otherwise("takes it"), refuses, otherwise("takes it"),
     otherwise("takes it"), "6672 2.4", "", "ns-beside-dname", R"(
sub DNAME a.example.net.
sub NS ns1
sub NS ns2
)"},
    {"data-below-delegation", "data below a delegation (never served)", as_we, as_we, as_we, as_we, "1034 4.2.1", "",
     "data-hidden-by-delegation", R"(
sub NS ns1
sub NS ns2
www.sub TXT a
)"},
    {"ds-at-apex", "DS at the apex", refuses, otherwise("takes it"), otherwise("takes it"), otherwise("takes it"),
     "4035 2.4", "", "ds-at-apex", R"(
@ DS 1 8 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)"},
    {"ns-wildcard", "NS at a wildcard", refuses, otherwise("takes it"), otherwise("takes it"), otherwise("takes it"),
     "4592 4.2: undefined", "", "ns-wildcard", R"(
*.sub NS ns1
*.sub NS ns2
)"},
    {"wildcard-not-leftmost", "`*` inside a name (BIND warns)", as_we, as_we, as_we, as_we, "4592 2.1: no wildcard", "",
     "wildcard-not-leftmost", R"(
a.*.b TXT a
)"},
    {"rrsig-ttl", "the TTL of a signature, when it is not the one that was signed", as_we,
     otherwise("takes the one that was signed"), as_we, as_we, "4034 3: equal", "as it is",
     "ttl-differs-from-signature", R"(
www A 192.0.2.3
www RRSIG A 8 3 60 20300101000000 20200101000000 1 example.com. AAAA
)"},
};

} // namespace

const std::span<const PortabilityCase> zone_cases = table_of_zone;

} // namespace zonevet
