// How servers differ about TTLs: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_ttl[] = {
    {"ttl-missing", "no TTL, no `$TTL`, none before it", as_we, otherwise("takes 3600"), otherwise("takes 3600"),
     otherwise("takes 3600"), "2308 4: `$TTL`", "the minimum of the SOA, for all records to come", "ttl-missing", R"(
@ SOA ns1 hostmaster 1 4h 1h 14d 300
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"ttl-inherited", "no TTL, no `$TTL`, a record above states one", as_we, otherwise("takes 3600"),
     otherwise("takes 3600"), as_we, "1035 5.1: the last one stated", "the last one stated", "ttl-inherited", R"(
@ 300 SOA ns1 hostmaster 1 4h 1h 14d 600
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"ttl-default-late", "`$TTL` behind records that needed it", as_we, otherwise("takes 3600 for those before it"),
     otherwise("takes 3600 for those before it"), otherwise("takes 3600 for those before it"), "2308 4",
     "for those before it as in the rows above", "ttl-default-late", R"(
@ SOA ns1 hostmaster 1 4h 1h 14d 300
@ NS ns1
$TTL 7200
ns1 A 192.0.2.1
)"},
    {"ttl-over-31-bits", "a TTL over 2147483647", as_we, as_we, otherwise("takes its default"),
     otherwise("keeps the number"), "2181 8: 31 bits, larger is 0", "0", "ttl-too-large", R"(
www 2147483648 A 192.0.2.3
)"},
    {"ttl-over-32-bits", "a TTL over 4294967295", refuses, refuses, otherwise("wraps it round"), refuses, "2181 8", "0",
     "ttl-too-large", R"(
www 4294967296 A 192.0.2.3
)"},
    {"ttl-without-last-unit", "`1h30` (a number without its unit)", refuses, refuses, otherwise("reads 3630 seconds"),
     refuses, "no RFC has units", "not read", "ttl-invalid", R"(
www 1h30 A 192.0.2.3
)"},
    {"ttl-unit", "`1d`, one unit, in a TTL, in `$TTL` and in the SOA", as_we, as_we, as_we, as_we, "no RFC has units",
     "", "", R"(
$TTL 1h
@ 1d IN SOA ns1 hostmaster 1 4h 1h 2w 1H
@ NS ns1
ns1 IN 1d A 192.0.2.1
)"},
    {"ttl-units-several", "`1w2d`, several units, in a TTL", as_we, as_we, as_we, refuses, "no RFC has units",
     "the sum", "ttl-units-several", R"(
www 1w2d A 192.0.2.3
)"},
    {"period-units-several", "`1h30m`, several units, in `$TTL` or in a timer of the SOA", as_we, as_we, as_we,
     otherwise("reads a part of it"), "no RFC has units", "the sum", "ttl-units-several", R"(
$TTL 1h30m
@ SOA ns1 hostmaster 1 1h30m 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"timer-over-31-bits", "a timer of the SOA over 2147483647", as_we, as_we, otherwise("takes another number"), as_we,
     "1035 3.3.13: 32 bits", "as it is", "soa-timer-senseless", R"(
$TTL 3600
@ SOA ns1 hostmaster 1 4294967295 3600 86400 3600
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"ttls-differ", "TTLs of one set differ (BIND keeps the first, Knot the last)", as_we, as_we, as_we, as_we,
     "2181 5.2: they must not", "each as it is", "ttl-differs-in-rrset", R"(
www 60 A 192.0.2.3
www 120 A 192.0.2.4
)"},
    {"ttl-and-class-in-any-order", "class before or behind the TTL", as_we, as_we, as_we, as_we, "1035 5.1: both", "",
     "", R"(
www IN 60 A 192.0.2.3
ftp 60 IN A 192.0.2.3
)"},
    {"class-generic", "`CLASS1` for `IN`", as_we, refuses, as_we, refuses, "3597 5", "IN", "class-generic", R"(
www CLASS1 A 192.0.2.3
)"},
    {"class-other", "class `CH` or `HS`", refuses, refuses, refuses, refuses, "1035 5.2: one class in a file",
     "not read", "class-wrong", R"(
www CH A 192.0.2.3
)"},
    {"class-any", "class `ANY`", refuses, refuses, refuses, otherwise("takes it for IN"), "1035 3.2.5", "not read",
     "class-wrong", R"(
www ANY A 192.0.2.3
)"},
    {"class-twice", "the class twice", refuses, refuses, refuses, otherwise("takes one"), "1035 5.1", "not read",
     "class-or-ttl-repeated", R"(
www IN IN A 192.0.2.3
)"},
};

} // namespace

const std::span<const PortabilityCase> ttl_cases = table_of_ttl;

} // namespace zonevet
