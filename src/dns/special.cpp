// Which function reads, checks and prints the data that belongs to one type alone.
#include "dns/octets.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

// NULL and the types that were numbered but never described have no text of their own.
bool no_readable_form(DataReader& reader)
{
    if (reader.words.empty())
        return reader.wrong_words(0, 0, Mistake::field_missing, fmt::format("{} has no data", reader.spec.mnemonic),
                                  "write it as `\\# length hexadecimal` (RFC 3597)");
    return reader.wrong_words(
        0, reader.words.size() - 1, Mistake::value_invalid,
        fmt::format("the data of {} can only be written as `\\# length hexadecimal`", reader.spec.mnemonic));
}

} // namespace

bool read_part(DataReader& reader, FieldKind kind, std::string_view name)
{
    if (reader.at_end())
        return reader.lacks(name);
    FieldSpec part{kind, name};
    const FieldSpec* outer = reader.field;
    std::size_t start = reader.field_start;
    reader.field = &part;
    reader.field_start = reader.out.size();
    bool good = read_field(reader);
    reader.field = outer;
    reader.field_start = start;
    return good;
}

bool read_special(DataReader& reader)
{
    switch (reader.spec.type) {
    case Type::WKS:
        return read_services(reader);
    case Type::ISDN:
        return read_subaddress(reader);
    case Type::LOC:
        return read_location(reader);
    case Type::NXT:
        return read_next_types(reader);
    case Type::ATMA:
        return read_atm_address(reader);
    case Type::A6:
        return read_a6(reader);
    case Type::APL:
        return read_prefixes(reader);
    case Type::IPSECKEY:
        return read_gateway(reader);
    case Type::HIP:
        return read_host_identity(reader);
    case Type::SVCB:
    case Type::HTTPS:
        return read_svc_params(reader);
    case Type::AMTRELAY:
        return read_relay(reader);
    default:
        return no_readable_form(reader);
    }
}

bool special_valid(Type type, std::string_view rest, std::string_view rdata)
{
    switch (type) {
    case Type::WKS:
        return services_valid(rest);
    case Type::ISDN:
        return subaddress_valid(rest);
    case Type::LOC:
        return location_valid(rest);
    case Type::NXT:
        return next_types_valid(rest);
    case Type::ATMA:
        return atm_address_valid(rest);
    case Type::A6:
        return a6_valid(rest, octet(rdata, 0));
    case Type::APL:
        return prefixes_valid(rest);
    case Type::IPSECKEY:
        return gateway_valid(rest, octet(rdata, 1));
    case Type::HIP:
        return host_identity_valid(rest);
    case Type::SVCB:
    case Type::HTTPS:
        return svc_params_valid(rest, rdata[0] == 0 && rdata[1] == 0);
    case Type::AMTRELAY:
        return relay_valid(rest);
    default:
        return true;
    }
}

std::string special_text(Type type, std::string_view rest, std::string_view rdata)
{
    switch (type) {
    case Type::WKS:
        return services_text(rest);
    case Type::ISDN:
        return rest.empty() ? "" : quoted_text(rest.substr(1));
    case Type::LOC:
        return location_text(rest);
    case Type::NXT:
        return next_types_text(rest);
    case Type::ATMA:
        return atm_address_text(rest);
    case Type::A6:
        return a6_text(rest, octet(rdata, 0));
    case Type::APL:
        return prefixes_text(rest);
    case Type::IPSECKEY:
        return gateway_text(rest, octet(rdata, 1));
    case Type::HIP:
        return host_identity_text(rest);
    case Type::SVCB:
    case Type::HTTPS:
        return svc_params_text(rest);
    case Type::AMTRELAY:
        return relay_text(rest);
    default:
        return hex_text(rest);
    }
}

} // namespace zonevet
