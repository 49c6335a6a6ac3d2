// The one table of record types: the reader, the printer, the places of fields and `field()` all
// work from it. Adding a type is adding a line in types.cpp (and an enumerator here). It holds all
// types that ldns 1.8.3 or BIND 9.18 know.
#pragma once

#include "base/few.h"

#include <cstddef>
#include <cstdint>
#include <fmt/format.h> // fmt/core.h only declares what the formatter below calls
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace zonevet {

// Values are the IANA type codes. Every 16-bit value is a valid Type (RFC 3597).
enum class Type : std::uint16_t {
    none = 0,
    A = 1,
    NS = 2,
    MD = 3,
    MF = 4,
    CNAME = 5,
    SOA = 6,
    MB = 7,
    MG = 8,
    MR = 9,
    NUL = 10,
    WKS = 11,
    PTR = 12,
    HINFO = 13,
    MINFO = 14,
    MX = 15,
    TXT = 16,
    RP = 17,
    AFSDB = 18,
    X25 = 19,
    ISDN = 20,
    RT = 21,
    NSAP = 22,
    NSAP_PTR = 23,
    SIG = 24,
    KEY = 25,
    PX = 26,
    GPOS = 27,
    AAAA = 28,
    LOC = 29,
    NXT = 30,
    EID = 31,
    NIMLOC = 32,
    SRV = 33,
    ATMA = 34,
    NAPTR = 35,
    KX = 36,
    CERT = 37,
    A6 = 38,
    DNAME = 39,
    SINK = 40,
    OPT = 41,
    APL = 42,
    DS = 43,
    SSHFP = 44,
    IPSECKEY = 45,
    RRSIG = 46,
    NSEC = 47,
    DNSKEY = 48,
    DHCID = 49,
    NSEC3 = 50,
    NSEC3PARAM = 51,
    TLSA = 52,
    SMIMEA = 53,
    HIP = 55,
    NINFO = 56,
    RKEY = 57,
    TALINK = 58,
    CDS = 59,
    CDNSKEY = 60,
    OPENPGPKEY = 61,
    CSYNC = 62,
    ZONEMD = 63,
    SVCB = 64,
    HTTPS = 65,
    DSYNC = 66,
    HHIT = 67,
    BRID = 68,
    SPF = 99,
    UINFO = 100,
    UID = 101,
    GID = 102,
    UNSPEC = 103,
    NID = 104,
    L32 = 105,
    L64 = 106,
    LP = 107,
    EUI48 = 108,
    EUI64 = 109,
    TKEY = 249,
    TSIG = 250,
    IXFR = 251,
    AXFR = 252,
    MAILB = 253,
    MAILA = 254,
    ANY = 255,
    URI = 256,
    CAA = 257,
    AVC = 258,
    DOA = 259,
    AMTRELAY = 260,
    RESINFO = 261,
    WALLET = 262,
    TA = 32768,
    DLV = 32769
};

// How a field is written and what it is on the wire.
enum class FieldKind : std::uint8_t {
    name,    // domain name
    mailbox, // domain name that stands for a mail address (SOA, RP, MINFO)
    u8,
    u16,
    u32,    // decimal numbers
    period, // u32 seconds, also written 1w2d3h4m5s (SOA timers)
    time,   // u32, YYYYMMDDHHMMSS or seconds (RRSIG)
    ip4,
    ip6,
    string,    // one character-string: a length octet and up to 255 octets
    strings,   // one or more of them, up to the end
    text_rest, // one quoted string without a length octet, up to the end (CAA value, URI target)
    tag,       // CAA tag: a length octet, letters and digits
    hex,
    base64,      // up to the end
    salt,        // hex with a length octet, or "-" (NSEC3)
    base32,      // Base32hex with a length octet (NSEC3 next owner)
    type,        // a type mnemonic (RRSIG covered)
    types,       // type bit map, up to the end
    algorithm,   // u8 or DNSSEC mnemonic
    certificate, // u16 or CERT type mnemonic
    locator64,   // four groups of hex (NID, L64)
    eui48,
    eui64,
    nsap,   // 0x47.0005...
    special // up to the end, in a way that belongs to this type alone (LOC, APL, SVCB parameters,
            // IPSECKEY gateway and key, HIP, WKS, ATMA, ...)
};

struct FieldSpec {
    FieldKind kind = FieldKind::special;
    std::string_view name; // as the RFC calls it, lower case: "exchange", "port"
};

struct TypeSpec {
    Type type = Type::none;
    std::string_view mnemonic;
    Few<FieldSpec, 10> fields;
    bool obsolete = false; // no longer in use; servers may refuse it
    bool data = true;      // false for ANY, OPT, ...: may not stand in a zone
};

// The table's line for a type; nothing for a type it does not hold (TYPEnnn).
const TypeSpec* find_type(Type type);
// By mnemonic or TYPEnnn, any case. Type::none when it is neither.
Type type_from_text(std::string_view text);
// "MX", "TYPE65280".
std::string type_text(Type type);
// The known mnemonic nearest to `text` by edit distance, or empty when none is near.
std::string_view nearest_type(std::string_view text);

// Every type that has one line in the table, in the order of their numbers.
const TypeSpec* all_types_begin();
const TypeSpec* all_types_end();

// One field of one type, as a rule names it: `constexpr Field port = field(Type::SRV, "port");`.
// A misspelt name does not compile.
struct Field {
    Type type = Type::none;
    std::uint8_t index = 0;
};

namespace facts {
// The types whose fields rules name at compile time; types.cpp checks that the table agrees.
struct NamedFields {
    Type type;
    Few<std::string_view, 10> names;
};
inline constexpr NamedFields named_fields[] = {
    {Type::A, {"address"}},
    {Type::NS, {"target"}},
    {Type::CNAME, {"target"}},
    {Type::SOA, {"mname", "rname", "serial", "refresh", "retry", "expire", "minimum"}},
    {Type::PTR, {"target"}},
    {Type::MX, {"preference", "exchange"}},
    {Type::TXT, {"text"}},
    {Type::SPF, {"text"}},
    {Type::RP, {"mailbox", "text-name"}},
    {Type::AFSDB, {"subtype", "hostname"}},
    {Type::AAAA, {"address"}},
    {Type::LOC, {"location"}},
    {Type::SRV, {"priority", "weight", "port", "target"}},
    {Type::NAPTR, {"order", "preference", "flags", "services", "regexp", "replacement"}},
    {Type::KX, {"preference", "exchanger"}},
    {Type::DNAME, {"target"}},
    {Type::DS, {"key-tag", "algorithm", "digest-type", "digest"}},
    {Type::CDS, {"key-tag", "algorithm", "digest-type", "digest"}},
    {Type::SSHFP, {"algorithm", "fingerprint-type", "fingerprint"}},
    {Type::RRSIG,
     {"type-covered", "algorithm", "labels", "original-ttl", "expiration", "inception", "key-tag", "signer",
      "signature"}},
    {Type::NSEC, {"next", "types"}},
    {Type::DNSKEY, {"flags", "protocol", "algorithm", "key"}},
    {Type::CDNSKEY, {"flags", "protocol", "algorithm", "key"}},
    {Type::NSEC3, {"hash-algorithm", "flags", "iterations", "salt", "next", "types"}},
    {Type::NSEC3PARAM, {"hash-algorithm", "flags", "iterations", "salt"}},
    {Type::TLSA, {"usage", "selector", "matching", "data"}},
    {Type::SMIMEA, {"usage", "selector", "matching", "data"}},
    {Type::CERT, {"type", "key-tag", "algorithm", "certificate"}},
    {Type::SVCB, {"priority", "target", "parameters"}},
    {Type::HTTPS, {"priority", "target", "parameters"}},
    {Type::ZONEMD, {"serial", "scheme", "hash-algorithm", "digest"}},
    {Type::CSYNC, {"serial", "flags", "types"}},
    {Type::URI, {"priority", "weight", "target"}},
    {Type::CAA, {"flags", "tag", "value"}},
    {Type::OPENPGPKEY, {"key"}},
};
} // namespace facts

consteval Field field(Type type, std::string_view name)
{
    for (const facts::NamedFields& entry : facts::named_fields)
        if (entry.type == type)
            for (std::uint8_t i = 0; i < entry.names.size(); ++i)
                if (entry.names[i] == name)
                    return {type, i};
    throw std::logic_error("no such field");
}

} // namespace zonevet

template <> struct fmt::formatter<zonevet::Type> : fmt::formatter<fmt::string_view> {
    template <class Context> auto format(zonevet::Type type, Context& context) const
    {
        std::string text = zonevet::type_text(type);
        return fmt::formatter<fmt::string_view>::format(text, context);
    }
};
