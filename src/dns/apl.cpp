// Lists of address prefixes (RFC 3123): "1:192.168.32.0/21 !2:2001:db8::/32". An item is the number
// of an address family, the address without its trailing zero octets, and the prefix length.
#include "dns/octets.h"
#include "dns/reader.h"

#include <cstring>

namespace zonevet {

namespace {

constexpr std::uint32_t family_ip4 = 1; // IANA Address Family Numbers
constexpr std::uint32_t family_ip6 = 2;

bool read_prefix(DataReader& reader)
{
    std::string_view text = reader.word().text;
    bool negated = text.starts_with('!');
    std::size_t from = negated ? 1 : 0;
    std::size_t colon = text.find(':');
    std::size_t slash = text.rfind('/');
    if (colon == std::string_view::npos || slash == std::string_view::npos || slash < colon || colon == from)
        return reader.wrong(Mistake::value_invalid,
                            fmt::format("`{}` is not a prefix: it is written family:address/length, "
                                        "like `1:192.0.2.0/24`",
                                        text));
    std::uint32_t family = 0;
    if (to_number(text.substr(from, colon - from), 65535, family) != NumberError::none ||
        (family != family_ip4 && family != family_ip6))
        return reader.wrong_at(
            from, colon, Mistake::value_invalid,
            fmt::format("`{}` is not an address family that APL has a form for: 1 is IPv4, 2 is IPv6",
                        text.substr(from, colon - from)));
    char address[16];
    std::string_view written = text.substr(colon + 1, slash - colon - 1);
    bool ip4 = family == family_ip4;
    if (ip4 ? !to_ip4(written, address) : !to_ip6(written, address))
        return ip4 ? wrong_ip4(reader, written, colon + 1) : wrong_ip6(reader, written, colon + 1);
    std::uint32_t length = 0;
    if (!number_in(reader, text.substr(slash + 1), slash + 1, ip4 ? 32 : 128, "prefix length", length))
        return false;
    std::uint8_t octets = ip4 ? 4 : 16;
    while (octets > 0 && address[octets - 1] == 0)
        --octets;
    char head[4] = {0, static_cast<char>(family), static_cast<char>(length),
                    static_cast<char>(octets | (negated ? 0x80 : 0))};
    ++reader.next;
    return (reader.out.append(head, 4) && reader.out.append(address, octets)) || reader.too_long();
}

} // namespace

bool read_prefixes(DataReader& reader)
{
    while (!reader.at_end())
        if (!read_prefix(reader))
            return false;
    return true;
}

bool prefixes_valid(std::string_view rest)
{
    while (!rest.empty()) {
        if (rest.size() < 4)
            return false;
        std::uint16_t family = read_u16(rest.data());
        std::size_t length = static_cast<unsigned char>(rest[2]);
        std::size_t octets = static_cast<unsigned char>(rest[3]) & 0x7f;
        if (rest.size() < 4 + octets)
            return false;
        bool ip4 = family == family_ip4;
        if ((ip4 || family == family_ip6) && (length > (ip4 ? 32 : 128) || octets > (ip4 ? 4 : 16)))
            return false;
        if (octets > 0 && rest[3 + octets] == 0) // trailing zeros are left out (RFC 3123 4)
            return false;
        rest.remove_prefix(4 + octets);
    }
    return true;
}

std::string prefixes_text(std::string_view rest)
{
    std::string text;
    while (!rest.empty()) {
        std::uint16_t family = read_u16(rest.data());
        auto head = static_cast<unsigned char>(rest[3]);
        std::size_t octets = head & 0x7f;
        char address[16] = {};
        std::memcpy(address, rest.data() + 4, octets < 16 ? octets : 16);
        text += fmt::format("{}{}{}:{}/{}", text.empty() ? "" : " ", head & 0x80 ? "!" : "", family,
                            family == family_ip4 ? ip4_text(address) : ip6_text(address),
                            static_cast<unsigned char>(rest[2]));
        rest.remove_prefix(4 + octets);
    }
    return text;
}

} // namespace zonevet
