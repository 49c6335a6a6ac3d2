// The table of record types: for each its mnemonic and the fields of its data in order, as the RFC
// that defines it names them. Everything in this folder that depends on a type reads it from here.
#include "dns/types.h"

#include "dns/octets.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace zonevet {

namespace {

constexpr FieldSpec name(std::string_view field)
{
    return {FieldKind::name, field};
}
constexpr FieldSpec mailbox(std::string_view field)
{
    return {FieldKind::mailbox, field};
}
constexpr FieldSpec u8(std::string_view field)
{
    return {FieldKind::u8, field};
}
constexpr FieldSpec u16(std::string_view field)
{
    return {FieldKind::u16, field};
}
constexpr FieldSpec u32(std::string_view field)
{
    return {FieldKind::u32, field};
}
constexpr FieldSpec period(std::string_view field)
{
    return {FieldKind::period, field};
}
constexpr FieldSpec time(std::string_view field)
{
    return {FieldKind::time, field};
}
constexpr FieldSpec string(std::string_view field)
{
    return {FieldKind::string, field};
}
constexpr FieldSpec hex(std::string_view field)
{
    return {FieldKind::hex, field};
}
constexpr FieldSpec base64(std::string_view field)
{
    return {FieldKind::base64, field};
}
constexpr FieldSpec special(std::string_view field)
{
    return {FieldKind::special, field};
}
constexpr FieldSpec algorithm = {FieldKind::algorithm, "algorithm"};
constexpr FieldSpec strings = {FieldKind::strings, "text"};
constexpr FieldSpec types = {FieldKind::types, "types"};

constexpr bool obsolete = true;
constexpr TypeSpec meta(Type type, std::string_view mnemonic)
{
    return {type, mnemonic, {}, false, false};
}

// Shapes that several types share.
using Fields = Few<FieldSpec, 10>;
constexpr Fields digest_fields = {u16("key-tag"), algorithm, u8("digest-type"), hex("digest")};
constexpr Fields key_fields = {u16("flags"), u8("protocol"), algorithm, base64("key")};
constexpr Fields association_fields = {u8("usage"), u8("selector"), u8("matching"), hex("data")};
constexpr Fields service_fields = {u16("priority"), name("target"), special("parameters")};
constexpr Fields signature_fields = {{FieldKind::type, "type-covered"},
                                     algorithm,
                                     u8("labels"),
                                     u32("original-ttl"),
                                     time("expiration"),
                                     time("inception"),
                                     u16("key-tag"),
                                     name("signer"),
                                     base64("signature")};

constexpr TypeSpec table[] = {
    {Type::A, "A", {{FieldKind::ip4, "address"}}},
    {Type::NS, "NS", {name("target")}},
    {Type::MD, "MD", {name("host")}, obsolete},
    {Type::MF, "MF", {name("host")}, obsolete},
    {Type::CNAME, "CNAME", {name("target")}},
    {Type::SOA,
     "SOA",
     {name("mname"), mailbox("rname"), u32("serial"), period("refresh"), period("retry"), period("expire"),
      period("minimum")}},
    {Type::MB, "MB", {name("host")}, obsolete},
    {Type::MG, "MG", {name("mailbox")}, obsolete},
    {Type::MR, "MR", {name("new-name")}, obsolete},
    {Type::NUL, "NULL", {special("data")}, obsolete},
    {Type::WKS, "WKS", {{FieldKind::ip4, "address"}, special("services")}, obsolete},
    {Type::PTR, "PTR", {name("target")}},
    {Type::HINFO, "HINFO", {string("cpu"), string("os")}},
    {Type::MINFO, "MINFO", {mailbox("rmailbox"), mailbox("emailbox")}},
    {Type::MX, "MX", {u16("preference"), name("exchange")}},
    {Type::TXT, "TXT", {strings}},
    {Type::RP, "RP", {mailbox("mailbox"), name("text-name")}},
    {Type::AFSDB, "AFSDB", {u16("subtype"), name("hostname")}},
    {Type::X25, "X25", {string("psdn-address")}, obsolete},
    {Type::ISDN, "ISDN", {string("address"), special("subaddress")}, obsolete},
    {Type::RT, "RT", {u16("preference"), name("intermediate")}, obsolete},
    {Type::NSAP, "NSAP", {{FieldKind::nsap, "address"}}, obsolete},
    {Type::NSAP_PTR, "NSAP-PTR", {name("target")}, obsolete},
    {Type::SIG, "SIG", signature_fields, obsolete},
    {Type::KEY, "KEY", key_fields, obsolete},
    {Type::PX, "PX", {u16("preference"), name("map822"), name("mapx400")}, obsolete},
    {Type::GPOS, "GPOS", {string("longitude"), string("latitude"), string("altitude")}, obsolete},
    {Type::AAAA, "AAAA", {{FieldKind::ip6, "address"}}},
    {Type::LOC, "LOC", {special("location")}},
    {Type::NXT, "NXT", {name("next"), special("types")}, obsolete},
    {Type::EID, "EID", {hex("endpoint")}, obsolete},
    {Type::NIMLOC, "NIMLOC", {hex("locator")}, obsolete},
    {Type::SRV, "SRV", {u16("priority"), u16("weight"), u16("port"), name("target")}},
    {Type::ATMA, "ATMA", {special("address")}, obsolete},
    {Type::NAPTR,
     "NAPTR",
     {u16("order"), u16("preference"), string("flags"), string("services"), string("regexp"), name("replacement")}},
    {Type::KX, "KX", {u16("preference"), name("exchanger")}},
    {Type::CERT, "CERT", {{FieldKind::certificate, "type"}, u16("key-tag"), algorithm, base64("certificate")}},
    {Type::A6, "A6", {u8("prefix-length"), special("suffix-and-prefix-name")}, obsolete},
    {Type::DNAME, "DNAME", {name("target")}},
    {Type::SINK, "SINK", {u8("meaning"), u8("coding"), u8("subcoding"), base64("data")}, obsolete},
    meta(Type::OPT, "OPT"),
    {Type::APL, "APL", {special("prefixes")}},
    {Type::DS, "DS", digest_fields},
    {Type::SSHFP, "SSHFP", {u8("algorithm"), u8("fingerprint-type"), hex("fingerprint")}},
    {Type::IPSECKEY, "IPSECKEY", {u8("precedence"), u8("gateway-type"), u8("algorithm"), special("gateway-and-key")}},
    {Type::RRSIG, "RRSIG", signature_fields},
    {Type::NSEC, "NSEC", {name("next"), types}},
    {Type::DNSKEY, "DNSKEY", key_fields},
    {Type::DHCID, "DHCID", {base64("digest")}},
    {Type::NSEC3,
     "NSEC3",
     {u8("hash-algorithm"),
      u8("flags"),
      u16("iterations"),
      {FieldKind::salt, "salt"},
      {FieldKind::base32, "next"},
      types}},
    {Type::NSEC3PARAM, "NSEC3PARAM", {u8("hash-algorithm"), u8("flags"), u16("iterations"), {FieldKind::salt, "salt"}}},
    {Type::TLSA, "TLSA", association_fields},
    {Type::SMIMEA, "SMIMEA", association_fields},
    {Type::HIP, "HIP", {special("host-identity")}},
    {Type::NINFO, "NINFO", {strings}},
    {Type::RKEY, "RKEY", key_fields},
    {Type::TALINK, "TALINK", {name("previous"), name("next")}},
    {Type::CDS, "CDS", digest_fields},
    {Type::CDNSKEY, "CDNSKEY", key_fields},
    {Type::OPENPGPKEY, "OPENPGPKEY", {base64("key")}},
    {Type::CSYNC, "CSYNC", {u32("serial"), u16("flags"), types}},
    {Type::ZONEMD, "ZONEMD", {u32("serial"), u8("scheme"), u8("hash-algorithm"), hex("digest")}},
    {Type::SVCB, "SVCB", service_fields},
    {Type::HTTPS, "HTTPS", service_fields},
    {Type::DSYNC, "DSYNC", {{FieldKind::type, "type"}, u8("scheme"), u16("port"), name("target")}},
    {Type::HHIT, "HHIT", {base64("data")}},
    {Type::BRID, "BRID", {base64("data")}},
    {Type::SPF, "SPF", {strings}, obsolete},
    {Type::UINFO, "UINFO", {special("data")}, obsolete},
    {Type::UID, "UID", {special("data")}, obsolete},
    {Type::GID, "GID", {special("data")}, obsolete},
    {Type::UNSPEC, "UNSPEC", {special("data")}, obsolete},
    {Type::NID, "NID", {u16("preference"), {FieldKind::locator64, "node-id"}}},
    {Type::L32, "L32", {u16("preference"), {FieldKind::ip4, "locator"}}},
    {Type::L64, "L64", {u16("preference"), {FieldKind::locator64, "locator"}}},
    {Type::LP, "LP", {u16("preference"), name("target")}},
    {Type::EUI48, "EUI48", {{FieldKind::eui48, "address"}}},
    {Type::EUI64, "EUI64", {{FieldKind::eui64, "address"}}},
    meta(Type::TKEY, "TKEY"),
    meta(Type::TSIG, "TSIG"),
    meta(Type::IXFR, "IXFR"),
    meta(Type::AXFR, "AXFR"),
    meta(Type::MAILB, "MAILB"),
    meta(Type::MAILA, "MAILA"),
    meta(Type::ANY, "ANY"),
    {Type::URI, "URI", {u16("priority"), u16("weight"), {FieldKind::text_rest, "target"}}},
    {Type::CAA, "CAA", {u8("flags"), {FieldKind::tag, "tag"}, {FieldKind::text_rest, "value"}}},
    {Type::AVC, "AVC", {strings}},
    {Type::DOA, "DOA", {u32("enterprise"), u32("type"), u8("location"), string("media-type"), base64("data")}},
    {Type::AMTRELAY, "AMTRELAY", {u8("precedence"), special("relay")}},
    {Type::RESINFO, "RESINFO", {strings}},
    {Type::WALLET, "WALLET", {strings}},
    {Type::TA, "TA", digest_fields, obsolete},
    {Type::DLV, "DLV", digest_fields, obsolete},
};

constexpr bool in_order()
{
    for (std::size_t i = 1; i < std::size(table); ++i)
        if (table[i - 1].type >= table[i].type)
            return false;
    return true;
}
static_assert(in_order());

constexpr bool agrees(const facts::NamedFields& named)
{
    for (const TypeSpec& spec : table) {
        if (spec.type != named.type)
            continue;
        if (spec.fields.size() != named.names.size())
            return false;
        for (std::size_t i = 0; i < named.names.size(); ++i)
            if (spec.fields[i].name != named.names[i])
                return false;
        return true;
    }
    return false;
}
constexpr bool all_agree()
{
    for (const facts::NamedFields& named : facts::named_fields)
        if (!agrees(named))
            return false;
    return true;
}
static_assert(all_agree(), "facts::named_fields and the table differ");

// Line of the table + 1 by type code; the few codes from 32768 on follow behind the dense part.
constexpr std::size_t dense = 264;
constexpr std::uint16_t high_first = 32768;
constexpr std::size_t high_count = 8;
constexpr std::size_t slot_of(std::uint16_t code)
{
    if (code < dense)
        return code;
    auto high = static_cast<std::uint16_t>(code - high_first);
    return high < high_count ? dense + high : 0; // 0: TYPE0 has no line
}
constexpr auto lines = [] {
    std::array<std::uint8_t, dense + high_count> result{};
    for (std::size_t i = 0; i < std::size(table); ++i)
        result[slot_of(static_cast<std::uint16_t>(table[i].type))] = static_cast<std::uint8_t>(i + 1);
    return result;
}();
static_assert(std::size(table) < 255 && lines[0] == 0);

} // namespace

const TypeSpec* find_type(Type type)
{
    std::uint8_t line = lines[slot_of(static_cast<std::uint16_t>(type))];
    return line == 0 ? nullptr : &table[line - 1];
}

const TypeSpec* all_types_begin()
{
    return std::begin(table);
}

const TypeSpec* all_types_end()
{
    return std::end(table);
}

} // namespace zonevet
