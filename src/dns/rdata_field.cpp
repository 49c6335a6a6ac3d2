// Fields inside wire data: where each lies, whether octets from elsewhere are well formed for their
// type at all.
#include "dns/octets.h"
#include "dns/reader.h"

#include <algorithm>

namespace zonevet {

namespace {

// The octets of a kind whose size never varies; 0: it does.
constexpr std::size_t fixed_size(FieldKind kind)
{
    switch (kind) {
    case FieldKind::u8:
    case FieldKind::algorithm:
        return 1;
    case FieldKind::u16:
    case FieldKind::type:
    case FieldKind::certificate:
        return 2;
    case FieldKind::u32:
    case FieldKind::period:
    case FieldKind::time:
    case FieldKind::ip4:
        return 4;
    case FieldKind::eui48:
        return 6;
    case FieldKind::eui64:
    case FieldKind::locator64:
        return 8;
    case FieldKind::ip6:
        return 16;
    default:
        return 0;
    }
}

constexpr bool has_length_octet(FieldKind kind)
{
    return kind == FieldKind::string || kind == FieldKind::tag || kind == FieldKind::salt || kind == FieldKind::base32;
}

// Where the field that begins at `at` ends; beyond the data when it does not fit.
std::size_t end_of(FieldKind kind, std::string_view rdata, std::size_t at)
{
    constexpr std::size_t beyond = ~std::size_t{0};
    if (std::size_t size = fixed_size(kind); size > 0)
        return at + size;
    if (kind == FieldKind::name || kind == FieldKind::mailbox) {
        std::size_t length = name_length_at(rdata.substr(at));
        return length == 0 ? beyond : at + length;
    }
    if (has_length_octet(kind))
        return at < rdata.size() ? at + 1 + octet(rdata, at) : beyond;
    return rdata.size();
}

// RFC 4034 4.1.2: windows in ascending order, 1 to 32 octets each, the last of them not zero. There
// is no type 0.
bool bitmap_valid(std::string_view bits)
{
    int last = -1;
    std::size_t at = 0;
    while (at < bits.size()) {
        if (bits.size() - at < 3)
            return false;
        int window = static_cast<int>(octet(bits, at));
        std::size_t length = octet(bits, at + 1);
        if (window <= last || length < 1 || length > 32 || bits.size() - at - 2 < length ||
            bits[at + 1 + length] == 0 || (window == 0 && (octet(bits, at + 2) & 0x80) != 0))
            return false;
        last = window;
        at += 2 + length;
    }
    return true;
}

bool strings_valid(std::string_view wire)
{
    std::size_t at = 0;
    while (at < wire.size())
        at += 1 + octet(wire, at);
    return !wire.empty() && at == wire.size();
}

} // namespace

bool x25_valid(std::string_view address)
{
    return address.size() >= 4 && std::all_of(address.begin(), address.end(), is_digit);
}

namespace {

bool field_valid(const TypeSpec& spec, FieldKind kind, std::string_view rdata, std::size_t begin, std::size_t end)
{
    std::string_view wire = rdata.substr(begin, end - begin);
    switch (kind) {
    case FieldKind::strings:
        return strings_valid(wire);
    case FieldKind::tag:
        for (char c : wire.substr(1))
            if (!is_letter(c) && !is_digit(c))
                return false;
        return wire.size() > 1;
    case FieldKind::type:
        return read_u16(wire.data()) != 0;
    case FieldKind::types:
        return bitmap_valid(wire) && (spec.type != Type::NSEC || !wire.empty());
    case FieldKind::hex: {
        std::size_t wanted = digest_length(spec.type, rdata);
        if (wanted == any_from_12)
            return wire.size() >= 12;
        return !wire.empty() && (wanted == 0 || wanted == wire.size());
    }
    case FieldKind::base64:
        if (spec.type == Type::RKEY && (rdata[0] != 0 || rdata[1] != 0))
            return false;
        if (has_no_key(spec.type, rdata))
            return wire.empty();
        return !wire.empty() || spec.type == Type::SINK || spec.type == Type::DOA;
    case FieldKind::string:
        return spec.type != Type::X25 || x25_valid(wire.substr(1));
    case FieldKind::base32:
        return next_hash_valid(wire.size() - 1, rdata);
    case FieldKind::nsap:
        return !wire.empty();
    case FieldKind::special:
        return special_valid(spec.type, wire, rdata);
    default:
        return true;
    }
}

} // namespace

std::size_t digest_length(Type type, std::string_view rdata)
{
    std::size_t kind = 0;
    switch (type) {
    case Type::DS: // RFC 3658, RFC 4509, RFC 5933, RFC 6605
    case Type::CDS:
    case Type::DLV:
    case Type::TA:
        kind = octet(rdata, 3);
        return kind == 1 ? 20 : kind == 2 ? 32 : kind == 4 ? 48 : 0;
    case Type::SSHFP: // RFC 4255, RFC 6594
        kind = octet(rdata, 1);
        return kind == 1 ? 20 : kind == 2 ? 32 : 0;
    case Type::ZONEMD: // RFC 8976 2.2.3
        kind = octet(rdata, 5);
        return kind == 1 ? 48 : kind == 2 ? 64 : any_from_12;
    default:
        return 0;
    }
}

std::size_t name_length_at(std::string_view wire)
{
    std::size_t at = 0;
    while (at < wire.size()) {
        std::size_t label = octet(wire, at);
        if (label == 0)
            return at + 1 <= 255 ? at + 1 : 0;
        if (label > 63)
            return 0;
        at += label + 1;
    }
    return 0;
}

bool field_extent(const TypeSpec& spec, std::string_view rdata, std::size_t index, std::size_t& begin, std::size_t& end)
{
    begin = 0;
    end = 0;
    for (std::size_t i = 0; i <= index; ++i) {
        begin = end;
        end = end_of(spec.fields[i].kind, rdata, begin);
        if (end > rdata.size())
            return false;
    }
    return true;
}

std::string_view rdata_field(Type type, std::string_view rdata, std::size_t index)
{
    const TypeSpec* spec = find_type(type);
    std::size_t begin = 0;
    std::size_t end = 0;
    if (!spec || index >= spec->fields.size() || !field_extent(*spec, rdata, index, begin, end))
        return {};
    FieldKind kind = spec->fields[index].kind;
    if (kind == FieldKind::string || kind == FieldKind::tag)
        ++begin;
    return rdata.substr(begin, end - begin);
}

std::uint32_t rdata_number(Type type, std::string_view rdata, std::size_t index)
{
    std::string_view wire = rdata_field(type, rdata, index);
    switch (wire.size()) {
    case 1:
        return static_cast<unsigned char>(wire[0]);
    case 2:
        return read_u16(wire.data());
    case 4:
        return read_u32(wire.data());
    default:
        return 0;
    }
}

bool rdata_valid(Type type, std::string_view rdata)
{
    const TypeSpec* spec = find_type(type);
    if (!spec)
        return true;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const FieldSpec& field : spec->fields) {
        begin = end;
        end = end_of(field.kind, rdata, begin);
        if (end > rdata.size() || !field_valid(*spec, field.kind, rdata, begin, end))
            return false;
    }
    return end == rdata.size();
}

} // namespace zonevet
