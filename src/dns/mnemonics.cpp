// Names of numbers: DNSSEC algorithms, kinds of certificates, the flags and protocols of old KEY
// records, protocols and ports of WKS.
#include "dns/octets.h"
#include "dns/reader.h"

#include <span>

namespace zonevet {

namespace {

struct Named {
    std::string_view text;
    std::uint16_t value;
};

int find(std::span<const Named> table, std::string_view text)
{
    for (const Named& one : table)
        if (same_word(one.text, text))
            return one.value;
    return -1;
}

// IANA "DNS Security Algorithm Numbers", with the spellings that BIND and ldns add.
constexpr Named algorithms[] = {
    {"RSAMD5", 1},
    {"DH", 2},
    {"DSA", 3},
    {"ECC", 4},
    {"RSASHA1", 5},
    {"DSA-NSEC3-SHA1", 6},
    {"NSEC3DSA", 6},
    {"NSEC3RSASHA1", 7},
    {"RSASHA1-NSEC3-SHA1", 7},
    {"RSASHA256", 8},
    {"RSASHA512", 10},
    {"ECC-GOST", 12},
    {"ECCGOST", 12},
    {"ECDSAP256SHA256", 13},
    {"ECDSA256", 13},
    {"ECDSAP384SHA384", 14},
    {"ECDSA384", 14},
    {"ED25519", 15},
    {"ED448", 16},
    {"INDIRECT", 252},
    {"PRIVATEDNS", 253},
    {"PRIVATEOID", 254},
};

// RFC 4398 2.1.
constexpr Named certificates[] = {
    {"PKIX", 1}, {"SPKI", 2},   {"PGP", 3},     {"IPKIX", 4}, {"ISPKI", 5},
    {"IPGP", 6}, {"ACPKIX", 7}, {"IACPKIX", 8}, {"URI", 253}, {"OID", 254},
};

// RFC 2535 3.1.2 and 3.1.3, RFC 4034 2.1.1.
constexpr Named key_flags[] = {
    {"NOCONF", 0x4000}, {"NOAUTH", 0x8000}, {"NOKEY", 0xc000},  {"FLAG2", 0x2000},  {"EXTEND", 0x1000},
    {"FLAG4", 0x0800},  {"FLAG5", 0x0400},  {"USER", 0x0000},   {"ZONE", 0x0100},   {"HOST", 0x0200},
    {"NTYP3", 0x0300},  {"FLAG8", 0x0080},  {"FLAG9", 0x0040},  {"FLAG10", 0x0020}, {"FLAG11", 0x0010},
    {"SIG0", 0x0000},   {"SIG1", 0x0001},   {"SIG2", 0x0002},   {"SIG3", 0x0003},   {"SIG4", 0x0004},
    {"SIG5", 0x0005},   {"SIG6", 0x0006},   {"SIG7", 0x0007},   {"SIG8", 0x0008},   {"SIG9", 0x0009},
    {"SIG10", 0x000a},  {"SIG11", 0x000b},  {"SIG12", 0x000c},  {"SIG13", 0x000d},  {"SIG14", 0x000e},
    {"SIG15", 0x000f},  {"KSK", 0x0001},    {"REVOKE", 0x0080},
};
constexpr Named key_protocols[] = {
    {"NONE", 0}, {"TLS", 1}, {"EMAIL", 2}, {"DNSSEC", 3}, {"IPSEC", 4}, {"ALL", 255},
};

// Of all that have names, those that WKS records were written with (RFC 1010 and its heirs); a
// linter must not depend on /etc/services.
constexpr Named ip_protocols[] = {
    {"icmp", 1}, {"igmp", 2}, {"ggp", 3},  {"ip", 0},   {"ipencap", 4}, {"st", 5},       {"tcp", 6},
    {"egp", 8},  {"igp", 9},  {"pup", 12}, {"udp", 17}, {"hmp", 20},    {"xns-idp", 22}, {"rdp", 27},
};
constexpr Named ip_services[] = {
    {"tcpmux", 1},       {"rje", 5},           {"echo", 7},          {"discard", 9},      {"systat", 11},
    {"users", 11},       {"daytime", 13},      {"netstat", 15},      {"qotd", 17},        {"quote", 17},
    {"chargen", 19},     {"ftp-data", 20},     {"ftp", 21},          {"ssh", 22},         {"telnet", 23},
    {"smtp", 25},        {"mail", 25},         {"nsw-fe", 27},       {"time", 37},        {"rlp", 39},
    {"name", 42},        {"nameserver", 42},   {"nicname", 43},      {"whois", 43},       {"mpm", 45},
    {"login", 49},       {"tacacs", 49},       {"la-maint", 51},     {"domain", 53},      {"sql*net", 66},
    {"bootps", 67},      {"bootpc", 68},       {"tftp", 69},         {"gopher", 70},      {"finger", 79},
    {"http", 80},        {"www", 80},          {"hosts2-ns", 81},    {"kerberos", 88},    {"link", 87},
    {"supdup", 95},      {"hostname", 101},    {"hostnames", 101},   {"iso-tsap", 102},   {"csnet-ns", 105},
    {"x400", 103},       {"x400-snd", 104},    {"rtelnet", 107},     {"pop-2", 109},      {"pop2", 109},
    {"pop", 109},        {"pop-3", 110},       {"pop3", 110},        {"sunrpc", 111},     {"auth", 113},
    {"ident", 113},      {"sftp", 115},        {"uucp-path", 117},   {"nntp", 119},       {"erpc", 121},
    {"ntp", 123},        {"locus-map", 125},   {"locus-con", 127},   {"pwdgen", 129},     {"cisco-fna", 130},
    {"netbios-ns", 137}, {"netbios-dgm", 138}, {"netbios-ssn", 139}, {"ingres-net", 134}, {"imap", 143},
    {"imap2", 143},      {"bftp", 152},        {"sql-net", 150},     {"sgmp", 153},       {"snmp", 161},
    {"snmptrap", 162},   {"snmp-trap", 162},   {"print-srv", 170},   {"irc", 194},        {"https", 443},
    {"isakmp", 500},     {"exec", 512},        {"biff", 512},        {"shell", 514},      {"syslog", 514},
    {"printer", 515},    {"route", 520},
};

} // namespace

int algorithm_from_text(std::string_view text)
{
    return find(algorithms, text);
}

int certificate_from_text(std::string_view text)
{
    return find(certificates, text);
}

std::string_view certificate_text(std::uint32_t value)
{
    for (const Named& one : certificates)
        if (one.value == value)
            return one.text;
    return {};
}

// Mnemonics joined by "|".
int key_flags_from_text(std::string_view text)
{
    int flags = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = std::min(text.find('|', begin), text.size());
        int flag = find(key_flags, text.substr(begin, end - begin));
        if (flag < 0)
            return -1;
        flags |= flag;
        begin = end + 1;
    }
    return flags;
}

int key_protocol_from_text(std::string_view text)
{
    return find(key_protocols, text);
}

int ip_protocol_from_text(std::string_view text)
{
    return find(ip_protocols, text);
}

int ip_service_from_text(std::string_view text)
{
    return find(ip_services, text);
}

} // namespace zonevet
