// Every type that some server does not know by its name. What is not known can be written in generic form,
// `TYPE55 \# ...` (RFC 3597), which all of them read.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_type[] = {
    {"types-known",
     "`CSYNC`, `ZONEMD`, `EUI48`, `EUI64`, `NID`, `L32`, `L64`, `LP`, `URI`, `KX`, `APL`, `DHCID`, "
     "`IPSECKEY`, `SMIMEA`, `OPENPGPKEY`, `SVCB`, `HTTPS`, `CERT`, `SPF`, `MINFO`, `KEY`, `CDNSKEY`, "
     "`RP`, `AFSDB`, `LOC`, `HINFO`",
     as_we, as_we, as_we, as_we, "", "", "", R"(
h00 CSYNC 1 3 A
@ ZONEMD 1 1 1 abababababababababababababababababababababababababababababababababababababababababababababababab
h02 EUI48 00-00-5e-00-53-2a
h03 EUI64 00-00-5e-ef-10-00-00-2a
h04 NID 10 0014:4fff:ff20:ee64
h05 L32 10 10.1.2.0
h06 L64 10 2001:0db8:2140:3000
h07 LP 10 ns1.example.com.
h08 URI 10 1 "https://www.example.net/"
h09 KX 1 ns1.example.com.
h10 APL 1:192.0.2.0/24
h11 DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=
h12 IPSECKEY 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
h13 SMIMEA 3 1 1 abababababababababababababababababababababababababababababababab
h14 OPENPGPKEY AAAA
h15 SVCB 1 ns1.example.com. alpn=h2
h16 HTTPS 1 . alpn=h2
h17 CERT PGP 0 0 AAAA
h18 SPF "v=spf1 -all"
h19 MINFO ns1.example.com. ns2.example.com.
h20 KEY 256 3 8 AAAA
@ CDNSKEY 0 3 0 AA==
h22 RP a.example.com. b.example.com.
h23 AFSDB 1 ns1.example.com.
h24 LOC 52 N 4 E 0m
h25 HINFO a b
)"},
    {"type-WKS", "`WKS`", as_we, refuses, as_we, refuses, "", "", "type-obsolete", R"(
www WKS 192.0.2.1 TCP 25
)"},
    {"type-X25", "`X25`", as_we, refuses, as_we, refuses, "", "", "type-obsolete", R"(
www X25 311061700956
)"},
    {"type-GPOS", "`GPOS`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www GPOS -32.6882 116.8652 10.0
)"},
    {"type-NSAP", "`NSAP`", as_we, refuses, as_we, refuses, "", "", "type-known-to-few", R"(
www NSAP 0x47000580005a0000000001e133ffffff00016100
)"},
    {"type-NSAP-PTR", "`NSAP-PTR`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www NSAP-PTR ns1.example.com.
)"},
    {"type-MB", "`MB`", as_we, refuses, as_we, as_we, "", "", "type-obsolete", R"(
www MB ns1.example.com.
)"},
    {"type-MG", "`MG`", as_we, refuses, as_we, as_we, "", "", "type-obsolete", R"(
www MG ns1.example.com.
)"},
    {"type-MR", "`MR`", as_we, refuses, as_we, as_we, "", "", "type-obsolete", R"(
www MR ns1.example.com.
)"},
    {"type-NULL", "`NULL`", as_we, refuses, as_we, refuses, "", "", "type-obsolete", R"(
www NULL \# 1 00
)"},
    {"type-NXT", "`NXT`", as_we, refuses, as_we, refuses, "", "", "type-obsolete", R"(
www NXT ns1.example.com. A
)"},
    {"type-A6", "`A6`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www A6 0 2001:db8::1
)"},
    {"type-RT", "`RT`", as_we, as_we, as_we, refuses, "", "", "type-known-to-few", R"(
www RT 1 ns1.example.com.
)"},
    {"type-PX", "`PX`", as_we, refuses, as_we, refuses, "", "", "type-known-to-few", R"(
www PX 1 ns1.example.com. ns2.example.com.
)"},
    {"type-ISDN", "`ISDN`", as_we, refuses, as_we, refuses, "", "", "type-known-to-few", R"(
www ISDN "150862028003217"
)"},
    {"type-SIG", "`SIG`", as_we, refuses, as_we, refuses, "", "", "type-obsolete", R"(
www SIG A 8 3 60 20300101000000 20200101000000 1 example.com. AAAA
)"},
    {"type-EID", "`EID`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www EID 0102
)"},
    {"type-NIMLOC", "`NIMLOC`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www NIMLOC 0102
)"},
    {"type-ATMA", "`ATMA`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www ATMA 39246f00
)"},
    {"type-SINK", "`SINK`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www SINK 1 0 0 AAAA
)"},
    {"type-HIP", "`HIP`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www HIP 2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc
)"},
    {"type-NINFO", "`NINFO`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www NINFO "a"
)"},
    {"type-RKEY", "`RKEY`", as_we, refuses, refuses, as_we, "", "", "type-known-to-few", R"(
www RKEY 0 3 8 AAAA
)"},
    {"type-TALINK", "`TALINK`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www TALINK ns1.example.com. ns2.example.com.
)"},
    {"type-UID", "`UID`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www UID \# 4 00000001
)"},
    {"type-GID", "`GID`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www GID \# 4 00000001
)"},
    {"type-UINFO", "`UINFO`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www UINFO \# 2 0161
)"},
    {"type-UNSPEC", "`UNSPEC`", as_we, refuses, refuses, refuses, "", "", "type-obsolete", R"(
www UNSPEC \# 1 00
)"},
    {"type-HHIT", "`HHIT`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www HHIT AAAA
)"},
    {"type-BRID", "`BRID`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www BRID AAAA
)"},
    {"type-AVC", "`AVC`", as_we, refuses, as_we, refuses, "", "", "type-known-to-few", R"(
www AVC "a"
)"},
    {"type-DOA", "`DOA`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www DOA 0 1 2 "" AAAA
)"},
    {"type-AMTRELAY", "`AMTRELAY`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www AMTRELAY 10 0 1 192.0.2.1
)"},
    {"type-RESINFO", "`RESINFO`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www RESINFO qnamemin
)"},
    {"type-WALLET", "`WALLET`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www WALLET btc a
)"},
    {"type-DSYNC", "`DSYNC`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www DSYNC CDS NOTIFY 53 ns1.example.com.
)"},
    {"type-TA", "`TA`", as_we, refuses, refuses, refuses, "", "", "type-known-to-few", R"(
www TA 1 8 2 abababababababababababababababababababababababababababababababab
)"},
    {"type-DLV", "`DLV`", as_we, refuses, as_we, as_we, "", "", "type-obsolete", R"(
www DLV 1 8 2 abababababababababababababababababababababababababababababababab
)"},
    {"type-CLA", "`CLA`", refuses, refuses, refuses, refuses, "", "not read", "type-unknown", R"(
www CLA "a"
)"},
    {"type-NXNAME", "`NXNAME`", refuses, refuses, refuses, refuses, "", "not read", "type-unknown", R"(
www NXNAME \# 0
)"},
    {"type-MD", "`MD`", refuses, refuses, as_we, refuses, "1035: gone", "", "type-withdrawn", R"(
www MD ns1.example.com.
)"},
    {"type-MF", "`MF`", refuses, refuses, as_we, refuses, "1035: gone", "", "type-withdrawn", R"(
www MF ns1.example.com.
)"},
    {"type-ALIAS", "`ALIAS`", refuses, refuses, refuses, otherwise("takes it"), "", "not read", "type-of-powerdns", R"(
www ALIAS www.example.net.
)"},
    {"type-LUA", "`LUA`", refuses, refuses, refuses, otherwise("takes it"), "", "not read", "type-of-powerdns", R"(
www LUA A ";return '192.0.2.1'"
)"},
    {"type-ANAME", "`ANAME`", refuses, refuses, refuses, refuses, "", "not read", "type-unknown", R"(
www ANAME www.example.net.
)"},
    {"type-DYNA", "`DYNA`, `DYNC` (gdnsd)", refuses, refuses, refuses, refuses, "", "not read", "type-of-gdnsd", R"(
www DYNA geoip!web
)"},
    {"type-OPT", "`OPT`", refuses, refuses, otherwise("takes it"), otherwise("takes it"), "6895 3.1: in messages only",
     "not read", "type-not-data", R"(
www OPT \# 0
)"},
    {"type-TYPE0", "`TYPE0`", refuses, otherwise("takes it"), refuses, otherwise("takes it"), "6895 3.1", "not read",
     "type-not-data", R"(
www TYPE0 \# 1 00
)"},
    {"type-TYPE255", "`TYPE255` (ANY), `TYPE250` (TSIG)", refuses, otherwise("takes it"), otherwise("takes it"),
     otherwise("takes it"), "6895 3.1", "not read", "type-not-data", R"(
www TYPE255 \# 0
)"},
};

} // namespace

const std::span<const PortabilityCase> type_cases = table_of_type;

} // namespace zonevet
