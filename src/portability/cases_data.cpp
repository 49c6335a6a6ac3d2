// How servers differ about data: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_data[] = {
    {"number-too-large", "a number that does not fit: `MX 65536`", refuses, refuses, otherwise("wraps it round"),
     otherwise("takes it"), "1035 3.3.9", "not read", "number-too-large", R"(
@ MX 65536 ns1
)"},
    {"number-negative", "a negative number: `MX -1`", refuses, refuses, otherwise("wraps it round"),
     otherwise("takes it"), "1035 3.3.9", "not read", "number-invalid", R"(
@ MX -1 ns1
)"},
    {"number-quoted", "a number or an address in quotes", refuses, refuses, otherwise("drops the quotes"),
     otherwise("takes it"), "1035 5.1: quotes are for strings", "not read", "address-invalid", R"(
www A "192.0.2.3"
)"},
    {"serial-too-large", "a serial of 14 digits (gdnsd takes the lower 32 bits)", refuses, refuses, refuses, refuses,
     "1035 3.3.13, 1982", "not read", "number-too-large", R"(
$TTL 3600
@ SOA ns1 hostmaster 20240101000001 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"serial-with-dot", "a serial with a dot or a unit: `2024.1`, `1h`", refuses, refuses, refuses,
     otherwise("reads a part of it"), "1035 3.3.13", "not read", "number-invalid", R"(
$TTL 3600
@ SOA ns1 hostmaster 2024.1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"address-leading-zeros", "`192.000.002.003`", refuses, refuses, refuses, otherwise("takes it"), "", "not read",
     "address-invalid", R"(
www A 192.000.002.003
)"},
    {"generic-data", "`\\#` for a known type, `TYPE1` with usual data", as_we, as_we, as_we, as_we, "3597 5", "", "",
     R"(
www A \# 4 c0000203
www TYPE16 "a"
ftp TYPE65300 \# ( 4 01 02 0304 )
)"},
    {"generic-number", "`MX \\# ...`, `SRV \\# ...`", as_we, as_we, as_we, refuses, "3597 5", "generic data",
     "data-form-uncommon", R"(
www MX \# 5 000a016100
)"},
    {"generic-name", "`\\#` for NS, CNAME, PTR, DNAME", as_we, as_we, as_we, otherwise("takes it for a name"), "3597 5",
     "generic data", "data-form-uncommon", R"(
www CNAME \# 3 016100
)"},
    {"generic-length", "`\\#` with a wrong length", refuses, refuses, otherwise("does not look at it"),
     otherwise("takes it"), "3597 5", "not read", "generic-invalid", R"(
www TYPE65300 \# 3 0102
)"},
    {"generic-text", "`TXT \\# text`", otherwise("falls back to text"), refuses, otherwise("falls back to text"),
     otherwise("falls back to text"), "3597 5: `\\#` begins generic data", "not read", "number-invalid", R"(
www TXT \# text
)"},
    {"hexadecimal-odd", "hexadecimal with a blank between the digits of one octet", as_we, refuses, as_we, as_we,
     "4255 3.2, 4034 5.3: white space is allowed", "the digits", "data-form-uncommon", R"(
www SSHFP 1 1 0123456789abcdef0123456789abcdef0123456 7
)"},
    {"base64-odd", "Base64 with a blank inside a group of four", as_we, refuses, as_we, as_we,
     "4034 2.2: white space is allowed", "the digits", "data-form-uncommon", R"(
www OPENPGPKEY AAAA AA ==
)"},
    {"base64-blanks", "Base64 and hexadecimal with blanks between the groups", as_we, as_we, as_we, as_we, "4034 2.2",
     "", "", R"(
www OPENPGPKEY AAAA AAAA
www SSHFP 1 1 0123456789abcdef0123 456789abcdef01234567
)"},
    {"base32-short", "Base32 of a length that is no multiple of 8 (NSEC3)", as_we, refuses,
     otherwise("reads an octet too many"), as_we, "5155 3.3: not padded", "not padded", "data-form-uncommon", R"(
0123456789abcdefghijklmnopqrstuv NSEC3 2 0 0 - 2T7B4G4V2S A
)"},
    {"nsec3-length", "a hash of NSEC3 of the wrong length", refuses, refuses, otherwise("takes it"),
     otherwise("takes it"), "5155 3.1.7", "not read", "data-length-wrong", R"(
0123456789abcdefghijklmnopqrstuv NSEC3 1 0 0 - 2T7B4G4V2S A
)"},
    {"key-mnemonic", "`ZONE` or `DNSSEC` for the flags or the protocol of a key", as_we, refuses, refuses, as_we,
     "4034 2.2: numbers", "as in 2535 7.1", "data-form-uncommon", R"(
@ DNSKEY 257 DNSSEC 8 AwEAAcGQwqOAfFaCHYuQAYxU2z9WRlDT+qkWZJIk8vPJBZ9nzsqsFRmMEcVH4R9uKcEJc3l+zOKz9nPQ
)"},
    {"signature-seconds", "the times of a signature as seconds", as_we, as_we, refuses, as_we, "4034 3.2: both",
     "seconds", "data-form-uncommon", R"(
www A 192.0.2.3
www RRSIG A 8 3 3600 1900000000 1600000000 1 example.com. AAAA
)"},
    {"signature-before-1970", "a signature before 1970", otherwise("takes it"), refuses, otherwise("takes it"),
     otherwise("takes it"), "4034 3.2", "not read", "value-invalid", R"(
www A 192.0.2.3
www RRSIG A 8 3 3600 19690101000000 19690101000000 1 example.com. AAAA
)"},
    {"caa-tag-upper-case", "a tag of CAA in upper case", as_we, as_we, refuses, as_we, "8659 4.1: matched without case",
     "the tag", "data-form-uncommon", R"(
www CAA 0 ISSUE "ca.example.net"
)"},
    {"caa-tag-quoted", "a tag of CAA in quotes", refuses, otherwise("drops the quotes"), otherwise("drops the quotes"),
     otherwise("takes it"), "8659 4.1.1", "not read", "value-invalid", R"(
www CAA 0 "issue" "ca.example.net"
)"},
    {"string-touches-word", "a quote right behind another field: `issue\"ca.example\"`", as_we, refuses, refuses, as_we,
     "1035 5.1", "two fields", "data-form-uncommon", R"(
www CAA 0 issue"ca.example.net"
)"},
    {"uri-unquoted", "a target of URI without quotes", refuses, otherwise("takes it"), otherwise("takes it"),
     otherwise("takes it"), "7553 4.4: in quotes", "not read", "value-invalid", R"(
_http._tcp URI 1 1 http://www.example.net/
)"},
    {"digest-length", "a digest of the wrong length (SSHFP, ZONEMD)", refuses, otherwise("takes it"),
     otherwise("takes it"), otherwise("takes it"), "4255, 8976", "not read", "data-length-wrong", R"(
www SSHFP 1 1 abcd
)"},
    {"ds-digest-length", "a digest of the wrong length (DS)", refuses, refuses, otherwise("takes it"),
     otherwise("takes it"), "4034 5.1", "not read", "data-length-wrong", R"(
www NS ns.example.net.
www DS 1 8 2 abcd
)"},
    {"eui48-short", "an EUI48 with a pair of one digit (BIND 9.20 refuses it)", otherwise("takes it"), refuses,
     otherwise("takes it"), otherwise("takes it"), "7043 3.2", "not read", "address-invalid", R"(
www EUI48 0-00-5e-00-53-2a
)"},
    {"nid-short", "a group of NID or L64 with less than four digits", as_we, refuses, as_we, as_we, "6742 2.1.2: four",
     "a number", "data-form-uncommon", R"(
www NID 10 14:4fff:ff20:ee64
)"},
    {"ipseckey-empty", "IPSECKEY without a key", refuses, as_we, as_we, as_we, "4025 2.4, 2.5: algorithm 0 has none",
     "no key", "data-form-uncommon", R"(
www IPSECKEY 10 0 0 .
)"},
    {"loc-range", "LOC beyond 90 degrees", refuses, otherwise("takes it"), otherwise("takes it"), otherwise("takes it"),
     "1876 2", "not read", "value-invalid", R"(
www LOC 90 1 N 4 E 0m
)"},
    {"loc-lower-case", "LOC with `n` for `N`", refuses, refuses, otherwise("takes it"), otherwise("takes it"), "1876 3",
     "not read", "value-invalid", R"(
www LOC 52 22 23 n 4 53 32 e 0m
)"},
    {"loc-seconds", "LOC with seconds that have no digit before the point: `.5`", as_we, refuses, refuses, as_we,
     "1876 3", "as `0.5`", "data-form-uncommon", R"(
www LOC 52 14 5 N 0 8 .5 E 10m
)"},
    {"loc-short", "LOC without minutes, seconds or `m`", as_we, as_we, as_we, as_we, "1876 3", "", "", R"(
www LOC 52 N 4 E 0
)"},
    {"nsec-empty", "NSEC without types", refuses, otherwise("takes it"), otherwise("takes it"), otherwise("takes it"),
     "4034 4.1.2", "not read", "field-missing", R"(
www NSEC ftp.example.com.
)"},
    {"cds-delete-short", "CDS `0 0 0 0`", refuses, refuses, otherwise("takes it"), as_we,
     "8078 4 with erratum 5049: `0 0 0 00`", "as `0 0 0 00`", "encoding-invalid", R"(
@ CDS 0 0 0 0
)"},
};

} // namespace

const std::span<const PortabilityCase> data_cases = table_of_data;

} // namespace zonevet
