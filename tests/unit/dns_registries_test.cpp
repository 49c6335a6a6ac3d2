// The tables of dns/ against the registries they come from. What stands here was written from IANA's registries and
// the RFCs, not from the tables: a number, a name or a boundary that changes in one place shows.
#include "dns/octets.h"
#include "dns/rdata.h"
#include "dns/reader.h"
#include "dns/special_address.h"
#include "dns/svcb.h"
#include "dns/types.h"

#include "../support/record_words.h"

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <optional>

using namespace zonevet;

namespace {

std::string_view kind_text(FieldKind kind)
{
    switch (kind) {
    case FieldKind::name:
        return "name";
    case FieldKind::mailbox:
        return "mailbox";
    case FieldKind::u8:
        return "u8";
    case FieldKind::u16:
        return "u16";
    case FieldKind::u32:
        return "u32";
    case FieldKind::period:
        return "period";
    case FieldKind::time:
        return "time";
    case FieldKind::ip4:
        return "ip4";
    case FieldKind::ip6:
        return "ip6";
    case FieldKind::string:
        return "string";
    case FieldKind::strings:
        return "strings";
    case FieldKind::text_rest:
        return "text_rest";
    case FieldKind::tag:
        return "tag";
    case FieldKind::hex:
        return "hex";
    case FieldKind::base64:
        return "base64";
    case FieldKind::salt:
        return "salt";
    case FieldKind::base32:
        return "base32";
    case FieldKind::type:
        return "type";
    case FieldKind::types:
        return "types";
    case FieldKind::algorithm:
        return "algorithm";
    case FieldKind::certificate:
        return "certificate";
    case FieldKind::locator64:
        return "locator64";
    case FieldKind::eui48:
        return "eui48";
    case FieldKind::eui64:
        return "eui64";
    case FieldKind::nsap:
        return "nsap";
    case FieldKind::special:
        break;
    }
    return "special";
}

std::string fields_text(const TypeSpec& spec)
{
    std::string text;
    for (const FieldSpec& field : spec.fields)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", field.name, kind_text(field.kind));
    return text;
}

enum class Use { now, obsolete, query };

struct TypeRow {
    unsigned number;
    std::string_view mnemonic;
    Use use;
    std::string_view fields;
};

constexpr std::string_view ds_fields = "key-tag:u16 algorithm:algorithm digest-type:u8 digest:hex";
constexpr std::string_view key_fields = "flags:u16 protocol:u8 algorithm:algorithm key:base64";
constexpr std::string_view tlsa_fields = "usage:u8 selector:u8 matching:u8 data:hex";
constexpr std::string_view svcb_fields = "priority:u16 target:name parameters:special";
constexpr std::string_view rrsig_fields =
    "type-covered:type algorithm:algorithm labels:u8 original-ttl:u32 expiration:time inception:time key-tag:u16 "
    "signer:name signature:base64";

// IANA "Resource Record (RR) TYPEs"; the fields from the RFC of each type.
const TypeRow type_rows[] = {
    {1, "A", Use::now, "address:ip4"},
    {2, "NS", Use::now, "target:name"},
    {3, "MD", Use::obsolete, "host:name"},
    {4, "MF", Use::obsolete, "host:name"},
    {5, "CNAME", Use::now, "target:name"},
    {6, "SOA", Use::now,
     "mname:name rname:mailbox serial:u32 refresh:period retry:period expire:period minimum:period"},
    {7, "MB", Use::obsolete, "host:name"},
    {8, "MG", Use::obsolete, "mailbox:name"},
    {9, "MR", Use::obsolete, "new-name:name"},
    {10, "NULL", Use::obsolete, "data:special"},
    {11, "WKS", Use::obsolete, "address:ip4 services:special"},
    {12, "PTR", Use::now, "target:name"},
    {13, "HINFO", Use::now, "cpu:string os:string"},
    {14, "MINFO", Use::now, "rmailbox:mailbox emailbox:mailbox"},
    {15, "MX", Use::now, "preference:u16 exchange:name"},
    {16, "TXT", Use::now, "text:strings"},
    {17, "RP", Use::now, "mailbox:mailbox text-name:name"},
    {18, "AFSDB", Use::now, "subtype:u16 hostname:name"},
    {19, "X25", Use::obsolete, "psdn-address:string"},
    {20, "ISDN", Use::obsolete, "address:string subaddress:special"},
    {21, "RT", Use::obsolete, "preference:u16 intermediate:name"},
    {22, "NSAP", Use::obsolete, "address:nsap"},
    {23, "NSAP-PTR", Use::obsolete, "target:name"},
    {24, "SIG", Use::obsolete, rrsig_fields},
    {25, "KEY", Use::obsolete, key_fields},
    {26, "PX", Use::obsolete, "preference:u16 map822:name mapx400:name"},
    {27, "GPOS", Use::obsolete, "longitude:string latitude:string altitude:string"},
    {28, "AAAA", Use::now, "address:ip6"},
    {29, "LOC", Use::now, "location:special"},
    {30, "NXT", Use::obsolete, "next:name types:special"},
    {31, "EID", Use::obsolete, "endpoint:hex"},
    {32, "NIMLOC", Use::obsolete, "locator:hex"},
    {33, "SRV", Use::now, "priority:u16 weight:u16 port:u16 target:name"},
    {34, "ATMA", Use::obsolete, "address:special"},
    {35, "NAPTR", Use::now, "order:u16 preference:u16 flags:string services:string regexp:string replacement:name"},
    {36, "KX", Use::now, "preference:u16 exchanger:name"},
    {37, "CERT", Use::now, "type:certificate key-tag:u16 algorithm:algorithm certificate:base64"},
    {38, "A6", Use::obsolete, "prefix-length:u8 suffix-and-prefix-name:special"},
    {39, "DNAME", Use::now, "target:name"},
    {40, "SINK", Use::obsolete, "meaning:u8 coding:u8 subcoding:u8 data:base64"},
    {41, "OPT", Use::query, ""},
    {42, "APL", Use::now, "prefixes:special"},
    {43, "DS", Use::now, ds_fields},
    {44, "SSHFP", Use::now, "algorithm:u8 fingerprint-type:u8 fingerprint:hex"},
    {45, "IPSECKEY", Use::now, "precedence:u8 gateway-type:u8 algorithm:u8 gateway-and-key:special"},
    {46, "RRSIG", Use::now, rrsig_fields},
    {47, "NSEC", Use::now, "next:name types:types"},
    {48, "DNSKEY", Use::now, key_fields},
    {49, "DHCID", Use::now, "digest:base64"},
    {50, "NSEC3", Use::now, "hash-algorithm:u8 flags:u8 iterations:u16 salt:salt next:base32 types:types"},
    {51, "NSEC3PARAM", Use::now, "hash-algorithm:u8 flags:u8 iterations:u16 salt:salt"},
    {52, "TLSA", Use::now, tlsa_fields},
    {53, "SMIMEA", Use::now, tlsa_fields},
    {55, "HIP", Use::now, "host-identity:special"},
    {56, "NINFO", Use::now, "text:strings"},
    {57, "RKEY", Use::now, key_fields},
    {58, "TALINK", Use::now, "previous:name next:name"},
    {59, "CDS", Use::now, ds_fields},
    {60, "CDNSKEY", Use::now, key_fields},
    {61, "OPENPGPKEY", Use::now, "key:base64"},
    {62, "CSYNC", Use::now, "serial:u32 flags:u16 types:types"},
    {63, "ZONEMD", Use::now, "serial:u32 scheme:u8 hash-algorithm:u8 digest:hex"},
    {64, "SVCB", Use::now, svcb_fields},
    {65, "HTTPS", Use::now, svcb_fields},
    {66, "DSYNC", Use::now, "type:type scheme:u8 port:u16 target:name"},
    {67, "HHIT", Use::now, "data:base64"},
    {68, "BRID", Use::now, "data:base64"},
    {99, "SPF", Use::obsolete, "text:strings"},
    {100, "UINFO", Use::obsolete, "data:special"},
    {101, "UID", Use::obsolete, "data:special"},
    {102, "GID", Use::obsolete, "data:special"},
    {103, "UNSPEC", Use::obsolete, "data:special"},
    {104, "NID", Use::now, "preference:u16 node-id:locator64"},
    {105, "L32", Use::now, "preference:u16 locator:ip4"},
    {106, "L64", Use::now, "preference:u16 locator:locator64"},
    {107, "LP", Use::now, "preference:u16 target:name"},
    {108, "EUI48", Use::now, "address:eui48"},
    {109, "EUI64", Use::now, "address:eui64"},
    {249, "TKEY", Use::query, ""},
    {250, "TSIG", Use::query, ""},
    {251, "IXFR", Use::query, ""},
    {252, "AXFR", Use::query, ""},
    {253, "MAILB", Use::query, ""},
    {254, "MAILA", Use::query, ""},
    {255, "ANY", Use::query, ""},
    {256, "URI", Use::now, "priority:u16 weight:u16 target:text_rest"},
    {257, "CAA", Use::now, "flags:u8 tag:tag value:text_rest"},
    {258, "AVC", Use::now, "text:strings"},
    {259, "DOA", Use::now, "enterprise:u32 type:u32 location:u8 media-type:string data:base64"},
    {260, "AMTRELAY", Use::now, "precedence:u8 relay:special"},
    {261, "RESINFO", Use::now, "text:strings"},
    {262, "WALLET", Use::now, "text:strings"},
    {32768, "TA", Use::obsolete, ds_fields},
    {32769, "DLV", Use::obsolete, ds_fields},
};

struct NamedNumber {
    std::string_view text;
    int value;
};

void check_names(std::span<const NamedNumber> rows, int (*find)(std::string_view))
{
    for (const NamedNumber& row : rows) {
        INFO(row.text);
        CHECK(find(row.text) == row.value);
        CHECK(find(std::string(row.text) + "x") == -1);
    }
}

// "192.0.2.0/24" as a range of octets.
struct Range {
    std::string first, last;

    bool holds(const std::string& address) const
    {
        return address.size() == first.size() && address >= first && address <= last;
    }
};

Range range_of(std::string_view cidr)
{
    std::size_t slash = cidr.find('/');
    std::string text(cidr.substr(0, slash));
    auto bits = static_cast<std::size_t>(std::stoi(std::string(cidr.substr(slash + 1))));
    bool four = text.find(':') == std::string::npos;
    std::string octets(four ? 4 : 16, '\0');
    REQUIRE(inet_pton(four ? AF_INET : AF_INET6, text.c_str(), octets.data()) == 1);
    Range range{octets, octets};
    for (std::size_t i = bits; i < octets.size() * 8; ++i)
        range.last[i / 8] = static_cast<char>(static_cast<unsigned char>(range.last[i / 8]) | 0x80U >> (i % 8));
    return range;
}

// The address one above or below; nothing beyond the ends.
std::optional<std::string> next_to(std::string address, int step)
{
    for (std::size_t i = address.size(); i > 0; --i) {
        auto octet = static_cast<unsigned char>(address[i - 1]);
        address[i - 1] = static_cast<char>(octet + step);
        if (octet != (step > 0 ? 255 : 0))
            return address;
    }
    return {};
}

struct PurposeRow {
    std::string_view cidr;
    Purpose purpose;
};

// IANA "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry" (RFC 6890), and what RFC
// 1112, RFC 4291 and RFC 3879 set aside. A longer prefix stands before the shorter one it lies in.
const PurposeRow purpose_rows[] = {
    {"0.0.0.0/32", Purpose::unspecified},
    {"0.0.0.0/8", Purpose::this_network},
    {"10.0.0.0/8", Purpose::private_use},
    {"100.64.0.0/10", Purpose::shared},
    {"127.0.0.0/8", Purpose::loopback},
    {"169.254.0.0/16", Purpose::link_local},
    {"172.16.0.0/12", Purpose::private_use},
    {"192.0.2.0/24", Purpose::documentation},
    {"192.168.0.0/16", Purpose::private_use},
    {"198.51.100.0/24", Purpose::documentation},
    {"203.0.113.0/24", Purpose::documentation},
    {"224.0.0.0/4", Purpose::multicast},
    {"255.255.255.255/32", Purpose::reserved},
    {"240.0.0.0/4", Purpose::reserved},
    // Of the registry, but nobody takes them for addresses of hosts: no rule speaks of them.
    {"192.0.0.0/24", Purpose::global},    // IETF protocol assignments
    {"192.31.196.0/24", Purpose::global}, // AS112
    {"192.52.193.0/24", Purpose::global}, // AMT
    {"192.88.99.0/24", Purpose::global},  // relays of 6to4, given up
    {"192.175.48.0/24", Purpose::global}, // AS112
    {"198.18.0.0/15", Purpose::global},   // benchmarks
    {"::/128", Purpose::unspecified},
    {"::1/128", Purpose::loopback},
    {"::ffff:0:0/96", Purpose::mapped},
    {"::/96", Purpose::mapped},
    {"64:ff9b::/96", Purpose::translated},
    {"2001::/32", Purpose::teredo},
    {"2001:db8::/32", Purpose::documentation},
    {"2002::/16", Purpose::six_to_four},
    {"3fff::/20", Purpose::documentation},
    {"fc00::/7", Purpose::private_use},
    {"fe80::/10", Purpose::link_local},
    {"fec0::/10", Purpose::reserved},
    {"ff00::/8", Purpose::multicast},
    {"64:ff9b:1::/48", Purpose::global}, // translation of a network's own
    {"100::/64", Purpose::global},       // discard
    {"2001:2::/48", Purpose::global},    // benchmarks
    {"2001:20::/28", Purpose::global},   // ORCHIDv2
    {"5f00::/16", Purpose::global},      // SRv6
};

Purpose purpose_by_registry(const std::string& address)
{
    for (const PurposeRow& row : purpose_rows)
        if (range_of(row.cidr).holds(address))
            return row.purpose;
    return Purpose::global;
}

} // namespace

TEST_CASE("types are those of the registry", "[unit]")
{
    const TypeSpec* spec = all_types_begin();
    for (const TypeRow& row : type_rows) {
        INFO(row.mnemonic);
        REQUIRE(spec != all_types_end());
        CHECK(static_cast<unsigned>(spec->type) == row.number);
        CHECK(spec->mnemonic == row.mnemonic);
        CHECK(fields_text(*spec) == row.fields);
        CHECK(spec->obsolete == (row.use == Use::obsolete));
        CHECK(spec->data == (row.use != Use::query));
        ++spec;
    }
    CHECK(spec == all_types_end());
}

TEST_CASE("names of numbers are those of the registries", "[unit]")
{
    // IANA "DNS Security Algorithm Numbers"; NSEC3DSA, ECCGOST, ECDSA256 and the like are those of BIND and ldns.
    const NamedNumber algorithms[] = {
        {"RSAMD5", 1},       {"DH", 2},
        {"DSA", 3},          {"ECC", 4},
        {"RSASHA1", 5},      {"DSA-NSEC3-SHA1", 6},
        {"NSEC3DSA", 6},     {"RSASHA1-NSEC3-SHA1", 7},
        {"NSEC3RSASHA1", 7}, {"RSASHA256", 8},
        {"RSASHA512", 10},   {"ECC-GOST", 12},
        {"ECCGOST", 12},     {"ECDSAP256SHA256", 13},
        {"ECDSA256", 13},    {"ECDSAP384SHA384", 14},
        {"ECDSA384", 14},    {"ED25519", 15},
        {"ED448", 16},       {"INDIRECT", 252},
        {"PRIVATEDNS", 253}, {"PRIVATEOID", 254},
    };
    check_names(algorithms, algorithm_from_text);
    // IANA "CERT RR Certificate Types" (RFC 4398 2.1).
    const NamedNumber certificates[] = {
        {"PKIX", 1}, {"SPKI", 2},   {"PGP", 3},     {"IPKIX", 4}, {"ISPKI", 5},
        {"IPGP", 6}, {"ACPKIX", 7}, {"IACPKIX", 8}, {"URI", 253}, {"OID", 254},
    };
    check_names(certificates, certificate_from_text);
    std::size_t named = 0;
    for (std::uint32_t value = 0; value < 65536; ++value)
        named += certificate_text(value).empty() ? 0 : 1;
    CHECK(named == std::size(certificates));
    for (const NamedNumber& row : certificates)
        CHECK(certificate_text(static_cast<std::uint32_t>(row.value)) == row.text);
    // RFC 2535 3.1.2: the bits are counted from the left.
    auto bit = [](int i) { return 1 << (15 - i); };
    const NamedNumber flags[] = {
        {"NOAUTH", bit(0)},
        {"NOCONF", bit(1)},
        {"NOKEY", bit(0) | bit(1)},
        {"FLAG2", bit(2)},
        {"EXTEND", bit(3)},
        {"FLAG4", bit(4)},
        {"FLAG5", bit(5)},
        {"USER", 0},
        {"ZONE", bit(7)},
        {"HOST", bit(6)},
        {"NTYP3", bit(6) | bit(7)},
        {"FLAG8", bit(8)},
        {"FLAG9", bit(9)},
        {"FLAG10", bit(10)},
        {"FLAG11", bit(11)},
        {"SIG0", 0},
        {"SIG1", 1},
        {"SIG2", 2},
        {"SIG3", 3},
        {"SIG4", 4},
        {"SIG5", 5},
        {"SIG6", 6},
        {"SIG7", 7},
        {"SIG8", 8},
        {"SIG9", 9},
        {"SIG10", 10},
        {"SIG11", 11},
        {"SIG12", 12},
        {"SIG13", 13},
        {"SIG14", 14},
        {"SIG15", 15},
        {"KSK", bit(15)},
        {"REVOKE", bit(8)},
    };
    check_names(flags, key_flags_from_text);
    CHECK(key_flags_from_text("ZONE|KSK") == 257);
    // RFC 2535 3.1.3.
    const NamedNumber protocols[] = {{"NONE", 0}, {"TLS", 1}, {"EMAIL", 2}, {"DNSSEC", 3}, {"IPSEC", 4}, {"ALL", 255}};
    check_names(protocols, key_protocol_from_text);
}

TEST_CASE("names in WKS are those of RFC 1700", "[unit]")
{
    const NamedNumber protocols[] = {
        {"ip", 0},  {"icmp", 1}, {"igmp", 2}, {"ggp", 3},  {"ipencap", 4}, {"st", 5},       {"tcp", 6},
        {"egp", 8}, {"igp", 9},  {"pup", 12}, {"udp", 17}, {"hmp", 20},    {"xns-idp", 22}, {"rdp", 27},
    };
    check_names(protocols, ip_protocol_from_text);
    const NamedNumber services[] = {
        {"tcpmux", 1},       {"rje", 5},          {"echo", 7},          {"discard", 9},       {"systat", 11},
        {"users", 11},       {"daytime", 13},     {"netstat", 15},      {"qotd", 17},         {"quote", 17},
        {"chargen", 19},     {"ftp-data", 20},    {"ftp", 21},          {"ssh", 22},          {"telnet", 23},
        {"smtp", 25},        {"mail", 25},        {"nsw-fe", 27},       {"time", 37},         {"rlp", 39},
        {"name", 42},        {"nameserver", 42},  {"nicname", 43},      {"whois", 43},        {"mpm", 45},
        {"login", 49},       {"tacacs", 49},      {"la-maint", 51},     {"domain", 53},       {"sql*net", 66},
        {"bootps", 67},      {"bootpc", 68},      {"tftp", 69},         {"gopher", 70},       {"finger", 79},
        {"http", 80},        {"www", 80},         {"hosts2-ns", 81},    {"link", 87},         {"kerberos", 88},
        {"supdup", 95},      {"hostname", 101},   {"hostnames", 101},   {"iso-tsap", 102},    {"x400", 103},
        {"x400-snd", 104},   {"csnet-ns", 105},   {"rtelnet", 107},     {"pop-2", 109},       {"pop2", 109},
        {"pop", 109},        {"pop-3", 110},      {"pop3", 110},        {"sunrpc", 111},      {"auth", 113},
        {"ident", 113},      {"sftp", 115},       {"uucp-path", 117},   {"nntp", 119},        {"erpc", 121},
        {"ntp", 123},        {"locus-map", 125},  {"locus-con", 127},   {"pwdgen", 129},      {"cisco-fna", 130},
        {"ingres-net", 134}, {"netbios-ns", 137}, {"netbios-dgm", 138}, {"netbios-ssn", 139}, {"imap", 143},
        {"imap2", 143},      {"sql-net", 150},    {"bftp", 152},        {"sgmp", 153},        {"snmp", 161},
        {"snmptrap", 162},   {"snmp-trap", 162},  {"print-srv", 170},   {"irc", 194},         {"https", 443},
        {"isakmp", 500},     {"exec", 512},       {"biff", 512},        {"shell", 514},       {"syslog", 514},
        {"printer", 515},    {"route", 520},
    };
    check_names(services, ip_service_from_text);
}

TEST_CASE("keys of service parameters are those of the registry", "[unit]")
{
    // IANA "Service Parameter Keys (SvcParamKeys)".
    const std::string_view keys[] = {"mandatory", "alpn",     "no-default-alpn", "port", "ipv4hint",
                                     "ech",       "ipv6hint", "dohpath",         "ohttp"};
    for (std::size_t i = 0; i < std::size(keys); ++i) {
        INFO(keys[i]);
        std::uint16_t key = 0;
        bool numbered = true;
        CHECK(svc_key_from_text(keys[i], key, numbered));
        CHECK(key == i);
        CHECK_FALSE(numbered);
        CHECK_FALSE(svc_key_from_text(std::string(keys[i]) + "x", key, numbered));
        CHECK(svc_key_text(static_cast<std::uint16_t>(i)) == (keys[i] == "ohttp" ? "key8" : keys[i]));
    }
    CHECK(svc_key_text(9) == "key9");
}

TEST_CASE("digests have the lengths of their kinds", "[unit]")
{
    struct Row {
        Type type;
        std::string head;   // the fields before the digest
        std::size_t octets; // 0: any
    };
    auto ds = [](char kind) { return std::string{0, 1, 13, kind}; };
    auto zonemd = [](char hash) { return std::string{0, 0, 0, 1, 1, hash}; };
    const Row rows[] = {
        {Type::DS, ds(1), 20},         {Type::DS, ds(2), 32},    {Type::DS, ds(3), 0},
        {Type::DS, ds(4), 48},         {Type::DS, ds(5), 0},     {Type::CDS, ds(1), 20},
        {Type::CDS, ds(2), 32},        {Type::CDS, ds(4), 48},   {Type::DLV, ds(1), 20},
        {Type::DLV, ds(2), 32},        {Type::DLV, ds(4), 48},   {Type::TA, ds(1), 20},
        {Type::TA, ds(2), 32},         {Type::TA, ds(4), 48},    {Type::SSHFP, {4, 1}, 20},
        {Type::SSHFP, {4, 2}, 32},     {Type::SSHFP, {4, 3}, 0}, {Type::ZONEMD, zonemd(1), 48},
        {Type::ZONEMD, zonemd(2), 64},
    };
    for (const Row& row : rows) {
        INFO(fmt::format("{} {}", row.type, static_cast<int>(row.head.back())));
        auto valid = [&](std::size_t octets) { return rdata_valid(row.type, row.head + std::string(octets, 'x')); };
        std::size_t most = row.octets == 0 ? 70 : row.octets + 1;
        for (std::size_t octets = 1; octets <= most; ++octets)
            CHECK(valid(octets) == (row.octets == 0 || octets == row.octets));
    }
    // RFC 8976 2.2.4: of an unknown hash algorithm 12 octets at least.
    CHECK(rdata_valid(Type::ZONEMD, zonemd(3) + std::string(12, 'x')));
    CHECK_FALSE(rdata_valid(Type::ZONEMD, zonemd(3) + std::string(11, 'x')));
}

TEST_CASE("ranges of addresses begin and end where the registries say", "[unit]")
{
    for (const PurposeRow& row : purpose_rows) {
        Range range = range_of(row.cidr);
        INFO(row.cidr);
        CHECK(purpose_of(range.first) == purpose_by_registry(range.first));
        CHECK(purpose_of(range.last) == purpose_by_registry(range.last));
        std::optional<std::string> outside[] = {next_to(range.first, -1), next_to(range.last, 1)};
        for (const std::optional<std::string>& address : outside)
            if (address) {
                INFO(address_text(*address));
                CHECK(purpose_of(*address) == purpose_by_registry(*address));
            }
        // Half a range further the next prefix length would begin.
        std::optional<std::string> inside[] = {next_to(range.first, 1), next_to(range.last, -1)};
        for (const std::optional<std::string>& address : inside)
            if (address)
                CHECK(purpose_of(*address) == purpose_by_registry(*address));
    }
}

TEST_CASE("times of signatures are days of the calendar", "[unit]")
{
    auto buffer = std::make_unique<RdataBuffer>();
    auto reads = [&](const std::string& time) {
        std::string text = fmt::format("A 8 2 3600 {} 20000101000000 1 example. AAAA", time);
        RdataError error;
        return parse_rdata(Type::RRSIG, test::record_words(text), Name(), *buffer, error);
    };
    for (int year : {1970, 2000, 2023, 2024, 2100})
        for (unsigned month = 0; month <= 13; ++month)
            for (unsigned day : {0U, 1U, 28U, 29U, 30U, 31U, 32U}) {
                std::string time = fmt::format("{}{:02}{:02}000000", year, month, day);
                INFO(time);
                std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                                 std::chrono::day(day)};
                REQUIRE(reads(time) == date.ok());
                if (!date.ok())
                    continue;
                // Type, algorithm, labels and TTL are eight octets.
                auto days = std::chrono::sys_days(date).time_since_epoch().count();
                CHECK(read_u32(buffer->view().data() + 8) == static_cast<std::uint32_t>(days * 86400));
            }
    CHECK(reads("20240101235960"));
    for (const char* time : {"20240101240000", "20240101006000", "20240101000061", "19691231235959"})
        CHECK_FALSE(reads(time));
}
