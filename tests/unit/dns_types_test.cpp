#include "dns/types.h"

#include <catch2/catch.hpp>

using namespace zonevet;

TEST_CASE("types are known by mnemonic and by number")
{
    CHECK(type_from_text("MX") == Type::MX);
    CHECK(type_from_text("mX") == Type::MX);
    CHECK(type_from_text("NSEC3PARAM") == Type::NSEC3PARAM);
    CHECK(type_from_text("openpgpkey") == Type::OPENPGPKEY);
    CHECK(type_from_text("nsap-ptr") == Type::NSAP_PTR);
    CHECK(type_from_text("NULL") == Type::NUL);
    CHECK(type_from_text("TYPE15") == Type::MX);
    CHECK(type_from_text("type65535") == static_cast<Type>(65535));
    for (std::string_view none : {"", "MXX", "M", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "TYPE000001", "NSEC3PARAMS",
                                  "A\r", "NSAP\rPTR", "15", "CNMAE"})
        CHECK(type_from_text(none) == Type::none);
    CHECK(type_text(Type::MX) == "MX");
    CHECK(type_text(static_cast<Type>(65280)) == "TYPE65280");
    CHECK(fmt::format("{}", Type::AAAA) == "AAAA");
}

TEST_CASE("every type of the table is found by name and number")
{
    std::size_t count = 0;
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec, ++count) {
        INFO(spec->mnemonic);
        CHECK(find_type(spec->type) == spec);
        CHECK(type_from_text(spec->mnemonic) == spec->type);
        CHECK(type_from_text(type_text(spec->type)) == spec->type);
        CHECK(spec->data == !spec->fields.empty());
    }
    CHECK(count > 90);
    CHECK(find_type(Type::none) == nullptr);
    CHECK(find_type(static_cast<Type>(54)) == nullptr);
    CHECK(find_type(static_cast<Type>(263)) == nullptr);
    CHECK(find_type(static_cast<Type>(32767)) == nullptr);
    CHECK(find_type(static_cast<Type>(32770)) == nullptr);
    CHECK(find_type(static_cast<Type>(65535)) == nullptr);
}

TEST_CASE("fields are named at compile time")
{
    constexpr Field port = field(Type::SRV, "port");
    CHECK(port.type == Type::SRV);
    CHECK(port.index == 2);
    CHECK(find_type(Type::SRV)->fields[port.index].kind == FieldKind::u16);
    CHECK(find_type(Type::SOA)->fields[1].kind == FieldKind::mailbox);
    CHECK(find_type(Type::WKS)->obsolete);
    CHECK_FALSE(find_type(Type::ANY)->data);
}

TEST_CASE("the nearest type is one or two steps away")
{
    CHECK(nearest_type("CNMAE") == "CNAME");
    CHECK(nearest_type("cname1") == "CNAME");
    CHECK(nearest_type("TXTT") == "TXT");
    CHECK(nearest_type("AAA") == "AAAA");
    CHECK(nearest_type("DNSEKY") == "DNSKEY");
    CHECK(nearest_type("NSEC3PRAM") == "NSEC3PARAM");
    CHECK(nearest_type("HTTP") == "HTTPS");
    CHECK(nearest_type("www") == "");
    CHECK(nearest_type("mailserver") == "");
    CHECK(nearest_type("") == "");
    CHECK(nearest_type(std::string(500, 'A')) == "");
}
