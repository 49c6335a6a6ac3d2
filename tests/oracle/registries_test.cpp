// The tables of types and numbers against those of ldns: names, numbers, and how each field is laid out.
#include "dns/reader.h"
#include "dns/types.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <ldns/ldns.h>
#include <map>
#include <set>

using namespace zonevet;

namespace {

// What ldns has for a field of ours; empty: fields that one of us takes together.
std::set<ldns_rdf_type> layouts_of(FieldKind kind)
{
    switch (kind) {
    case FieldKind::name:
    case FieldKind::mailbox:
        return {LDNS_RDF_TYPE_DNAME};
    case FieldKind::u8:
        return {LDNS_RDF_TYPE_INT8, LDNS_RDF_TYPE_CERTIFICATE_USAGE, LDNS_RDF_TYPE_SELECTOR,
                LDNS_RDF_TYPE_MATCHING_TYPE};
    case FieldKind::u16:
        return {LDNS_RDF_TYPE_INT16};
    case FieldKind::u32:
        return {LDNS_RDF_TYPE_INT32};
    case FieldKind::period:
        return {LDNS_RDF_TYPE_PERIOD};
    case FieldKind::time:
        return {LDNS_RDF_TYPE_TIME};
    case FieldKind::ip4:
        return {LDNS_RDF_TYPE_A};
    case FieldKind::ip6:
        return {LDNS_RDF_TYPE_AAAA};
    case FieldKind::string:
    case FieldKind::strings:
        return {LDNS_RDF_TYPE_STR};
    case FieldKind::text_rest:
        return {LDNS_RDF_TYPE_LONG_STR};
    case FieldKind::tag:
        return {LDNS_RDF_TYPE_TAG};
    case FieldKind::hex:
        return {LDNS_RDF_TYPE_HEX};
    case FieldKind::base64:
        return {LDNS_RDF_TYPE_B64};
    case FieldKind::salt:
        return {LDNS_RDF_TYPE_NSEC3_SALT};
    case FieldKind::base32:
        return {LDNS_RDF_TYPE_NSEC3_NEXT_OWNER};
    case FieldKind::type:
        return {LDNS_RDF_TYPE_TYPE};
    case FieldKind::types:
        return {LDNS_RDF_TYPE_BITMAP};
    case FieldKind::algorithm:
        return {LDNS_RDF_TYPE_ALG};
    case FieldKind::certificate:
        return {LDNS_RDF_TYPE_CERT_ALG};
    case FieldKind::locator64:
        return {LDNS_RDF_TYPE_ILNP64};
    case FieldKind::eui48:
        return {LDNS_RDF_TYPE_EUI48};
    case FieldKind::eui64:
        return {LDNS_RDF_TYPE_EUI64};
    case FieldKind::nsap:
        return {LDNS_RDF_TYPE_NSAP};
    case FieldKind::special:
        break;
    }
    return {LDNS_RDF_TYPE_APL,       LDNS_RDF_TYPE_LOC,      LDNS_RDF_TYPE_WKS,
            LDNS_RDF_TYPE_ATMA,      LDNS_RDF_TYPE_HIP,      LDNS_RDF_TYPE_IPSECKEY,
            LDNS_RDF_TYPE_SVCPARAMS, LDNS_RDF_TYPE_AMTRELAY, LDNS_RDF_TYPE_STR};
}

// Types that ldns 1.8.3 knows by their number only: those that came after it, and those that Debian builds it
// without.
const std::set<std::string_view> without_name = {"DSYNC",    "RESINFO", "WALLET", "HHIT",  "BRID",
                                                 "AMTRELAY", "AVC",     "DOA",    "NINFO", "RKEY",
                                                 "TA",       "UID",     "GID",    "UINFO", "UNSPEC"};

// Types whose data ldns lays out otherwise, and how.
const std::map<std::string_view, std::string_view> laid_out_otherwise = {
    {"NULL", "octets without a form"},
    {"NSAP-PTR", "a string, against RFC 1348 3"},
    {"KEY", "an algorithm that has no mnemonic"},
    {"NXT", "octets without a form"},
    {"A6", "octets without a form"},
    {"IPSECKEY", "one field"},
};

} // namespace

TEST_CASE("types have the names and numbers that ldns has", "[oracle]")
{
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        std::string mnemonic(spec->mnemonic);
        INFO(mnemonic);
        auto number = static_cast<unsigned>(spec->type);
        ldns_rr_type known = ldns_get_rr_type_by_name(mnemonic.c_str());
        if (known == 0) {
            CHECK(without_name.contains(mnemonic));
            continue;
        }
        CHECK(static_cast<unsigned>(known) == number);
        char* text = ldns_rr_type2str(static_cast<ldns_rr_type>(number));
        CHECK(std::string(text) == mnemonic);
        LDNS_FREE(text);
    }
    // And we know every type that ldns has a name for.
    for (unsigned number = 1; number < 65536; ++number) {
        const ldns_rr_descriptor* type = ldns_rr_descript(static_cast<std::uint16_t>(number));
        if (type == nullptr || type->_name == nullptr || std::string_view(type->_name).starts_with("TYPE"))
            continue;
        INFO(type->_name);
        CHECK(static_cast<unsigned>(type_from_text(type->_name)) == number);
    }
}

TEST_CASE("fields are laid out as ldns lays them out", "[oracle]")
{
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        INFO(spec->mnemonic);
        const ldns_rr_descriptor* type = ldns_rr_descript(static_cast<std::uint16_t>(spec->type));
        bool known = type != nullptr && type->_name != nullptr && type->_name == spec->mnemonic;
        if (!spec->data || !known || laid_out_otherwise.contains(spec->mnemonic))
            continue;
        for (std::size_t i = 0; i < std::min(spec->fields.size(), ldns_rr_descriptor_minimum(type)); ++i) {
            INFO(spec->fields[i].name);
            CHECK(layouts_of(spec->fields[i].kind).contains(ldns_rr_descriptor_field_type(type, i)));
        }
    }
}

TEST_CASE("algorithms and kinds of certificates have the numbers that ldns has", "[oracle]")
{
    for (const ldns_lookup_table* row = ldns_algorithms; row->name != nullptr; ++row) {
        INFO(row->name);
        CHECK(algorithm_from_text(row->name) == row->id);
    }
    for (const ldns_lookup_table* row = ldns_cert_algorithms; row->name != nullptr; ++row) {
        INFO(row->name);
        CHECK(certificate_from_text(row->name) == row->id);
        CHECK(certificate_text(static_cast<std::uint32_t>(row->id)) == row->name);
    }
}
