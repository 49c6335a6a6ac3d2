// Data of records back to text, with absolute names: what the reader reads again to the same
// octets.
#include "dns/octets.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

std::string strings_text(std::string_view wire)
{
    std::string text;
    for (std::size_t at = 0; at < wire.size();) {
        std::size_t length = static_cast<unsigned char>(wire[at]);
        if (!text.empty())
            text += ' ';
        text += quoted_text(wire.substr(at + 1, length));
        at += 1 + length;
    }
    return text;
}

std::string types_text(std::string_view bits)
{
    std::string text;
    for (std::size_t at = 0; at + 2 <= bits.size();) {
        std::size_t window = static_cast<unsigned char>(bits[at]);
        std::size_t length = static_cast<unsigned char>(bits[at + 1]);
        for (std::size_t i = 0; i < length * 8; ++i)
            if (static_cast<unsigned char>(bits[at + 2 + i / 8]) & (0x80U >> (i % 8))) {
                if (!text.empty())
                    text += ' ';
                text += type_text(static_cast<Type>(window * 256 + i));
            }
        at += 2 + length;
    }
    return text;
}

std::string time_text(std::uint32_t value)
{
    std::uint32_t day = value / 86400;
    std::uint32_t second = value % 86400;
    // The civil date of a day number, counted in years that begin in March.
    std::uint32_t z = day + 719468;
    std::uint32_t era = z / 146097;
    std::uint32_t day_of_era = z % 146097;
    std::uint32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    std::uint32_t month = (5 * day_of_year + 2) / 153;
    std::uint32_t civil_month = month < 10 ? month + 3 : month - 9;
    return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0),
                       civil_month, day_of_year - (153 * month + 2) / 5 + 1, second / 3600, second / 60 % 60,
                       second % 60);
}

std::string eui_text(std::string_view wire)
{
    std::string text;
    for (char c : wire)
        text += fmt::format("{}{:02x}", text.empty() ? "" : "-", static_cast<unsigned char>(c));
    return text;
}

std::string field_text(const TypeSpec& spec, FieldKind kind, std::string_view wire, std::string_view rdata)
{
    auto group = [&](std::size_t i) { return read_u16(wire.data() + 2 * i); };
    switch (kind) {
    case FieldKind::name:
    case FieldKind::mailbox:
        return Name(wire).text();
    case FieldKind::u8:
    case FieldKind::algorithm:
        return std::to_string(static_cast<unsigned char>(wire[0]));
    case FieldKind::u16:
        return std::to_string(read_u16(wire.data()));
    case FieldKind::u32:
    case FieldKind::period:
        return std::to_string(read_u32(wire.data()));
    case FieldKind::time:
        return time_text(read_u32(wire.data()));
    case FieldKind::ip4:
        return ip4_text(wire.data());
    case FieldKind::ip6:
        return ip6_text(wire.data());
    case FieldKind::string:
        return quoted_text(wire.substr(1));
    case FieldKind::strings:
        return strings_text(wire);
    case FieldKind::text_rest:
        return quoted_text(wire);
    case FieldKind::tag:
        return std::string(wire.substr(1));
    case FieldKind::hex:
        return hex_text(wire);
    case FieldKind::base64:
        return wire.empty() && spec.type == Type::DOA ? "-" : base64_text(wire);
    case FieldKind::salt:
        return wire.size() == 1 ? "-" : hex_text(wire.substr(1));
    case FieldKind::base32:
        return base32_text(wire.substr(1));
    case FieldKind::type:
        return type_text(static_cast<Type>(read_u16(wire.data())));
    case FieldKind::types:
        return types_text(wire);
    case FieldKind::certificate: {
        std::uint16_t value = read_u16(wire.data());
        std::string_view named = certificate_text(value);
        return named.empty() ? std::to_string(value) : std::string(named);
    }
    case FieldKind::locator64:
        return fmt::format("{:04x}:{:04x}:{:04x}:{:04x}", group(0), group(1), group(2), group(3));
    case FieldKind::eui48:
    case FieldKind::eui64:
        return eui_text(wire);
    case FieldKind::nsap:
        return "0x" + hex_text(wire);
    case FieldKind::special:
        return special_text(spec.type, wire, rdata);
    }
    return {};
}

std::string generic_text(std::string_view rdata)
{
    std::string text = fmt::format("\\# {}", rdata.size());
    if (!rdata.empty())
        text += ' ' + hex_text(rdata);
    return text;
}

// Data that has no readable form of its own.
bool only_generic(Type type, std::string_view rdata)
{
    switch (type) {
    case Type::NUL:
    case Type::UINFO:
    case Type::UID:
    case Type::GID:
    case Type::UNSPEC:
        return true;
    case Type::AMTRELAY:
        return (static_cast<unsigned char>(rdata[1]) & 0x7f) > 3;
    case Type::WKS:
        return rdata.size() > 5 && rdata.back() == 0; // more octets than its ports need
    case Type::LOC:                                   // sizes of zero have several wire forms
        for (std::size_t k = 1; k < 4; ++k)
            if (auto packed = static_cast<unsigned char>(rdata[k]); packed > 0 && packed < 16)
                return true;
        return false;
    case Type::APL: // another address family than IPv4 and IPv6
        for (std::size_t at = 0; at < rdata.size(); at += 4U + (static_cast<unsigned char>(rdata[at + 3]) & 0x7fU))
            if (std::uint16_t family = read_u16(rdata.data() + at); family < 1 || family > 2)
                return true;
        return false;
    default:
        return false;
    }
}

} // namespace

std::string rdata_text(Type type, std::string_view rdata)
{
    const TypeSpec* spec = find_type(type);
    if (!spec || !spec->data || !rdata_valid(type, rdata) || only_generic(type, rdata))
        return generic_text(rdata);
    std::string text;
    for (std::size_t i = 0; i < spec->fields.size(); ++i) {
        std::size_t begin = 0;
        std::size_t end = 0;
        field_extent(*spec, rdata, i, begin, end);
        std::string one = field_text(*spec, spec->fields[i].kind, rdata.substr(begin, end - begin), rdata);
        if (!text.empty() && !one.empty())
            text += ' ';
        text += one;
    }
    return text;
}

} // namespace zonevet
