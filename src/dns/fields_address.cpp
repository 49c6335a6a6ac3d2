// Fields that are addresses: IPv4 and IPv6 as text, the hardware addresses of EUI48 and EUI64, the
// locators of ILNP and the OSI addresses of NSAP.
#include "dns/octets.h"
#include "dns/reader.h"

#include <algorithm>
#include <cstring>

namespace zonevet {

// Dotted quad only: no leading zeros, which some readers take for octal, and no short forms.
bool to_ip4(std::string_view text, char* out)
{
    const char* at = text.data();
    const char* end = at + text.size();
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at == end || *at++ != '.'))
            return false;
        if (at == end || !is_digit(*at))
            return false;
        int value = *at++ - '0';
        if (value != 0)
            for (int digit = 0; digit < 2 && at != end && is_digit(*at); ++digit)
                value = value * 10 + (*at++ - '0');
        if (value > 255)
            return false;
        out[part] = static_cast<char>(value);
    }
    return at == end;
}

// RFC 4291 2.2: eight groups of hexadecimal, "::" for one run of zero groups, the last two groups
// perhaps as a dotted quad.
bool to_ip6(std::string_view text, char* out)
{
    std::uint16_t groups[8];
    std::size_t count = 0;
    std::size_t gap = 8; // the group before which "::" stands
    std::size_t i = 0;
    if (text.size() < 2)
        return false;
    if (text[0] == ':') {
        if (text[1] != ':')
            return false;
        gap = 0;
        i = 2;
    }
    while (i < text.size()) {
        std::size_t begin = i;
        std::uint32_t value = 0;
        for (; i < text.size() && i - begin < 4; ++i) {
            int digit = hex_value(text[i]);
            if (digit < 0)
                break;
            value = value << 4 | static_cast<std::uint32_t>(digit);
        }
        if (i < text.size() && text[i] == '.' && count <= 6) {
            char quad[4];
            if (!to_ip4(text.substr(begin), quad))
                return false;
            groups[count++] = read_u16(quad);
            groups[count++] = read_u16(quad + 2);
            break;
        }
        if (i == begin || count == 8)
            return false;
        groups[count++] = static_cast<std::uint16_t>(value);
        if (i == text.size())
            break;
        if (text[i++] != ':' || i == text.size())
            return false;
        if (text[i] == ':') {
            if (gap != 8)
                return false;
            gap = count;
            ++i;
        }
    }
    if (gap == 8 ? count != 8 : count == 8) // "::" stands for one group at least
        return false;
    std::size_t zeros = 8 - count;
    for (std::size_t from = 0, to = 0; to < 8; ++to) {
        bool in_gap = to >= gap && to < gap + zeros;
        write_u16(out + 2 * to, in_gap ? std::uint16_t{0} : groups[from]);
        from += in_gap ? 0 : 1;
    }
    return true;
}

std::string ip4_text(const char* wire)
{
    auto octet = [&](int i) { return static_cast<unsigned char>(wire[i]); };
    return fmt::format("{}.{}.{}.{}", octet(0), octet(1), octet(2), octet(3));
}

// RFC 5952: the longest run of zero groups, if there are two, as "::".
std::string ip6_text(const char* wire)
{
    int best = -1;
    int best_length = 1;
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && read_u16(wire + 2 * end) == 0)
            ++end;
        if (end - i > best_length) {
            best = i;
            best_length = end - i;
        }
        i = std::max(end, i + 1);
    }
    std::string text;
    for (int i = 0; i < 8; ++i) {
        if (i == best) {
            text += "::";
            i += best_length - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        text += fmt::format("{:x}", read_u16(wire + 2 * i));
    }
    return text;
}

namespace {

struct Reason {
    std::string text;
    std::size_t from = 0, to = 0;
};

// What exactly keeps `text` from being a dotted quad.
Reason why_not_ip4(std::string_view text)
{
    std::size_t parts = 0;
    std::size_t begin = 0;
    while (true) {
        std::size_t end = std::min(text.find('.', begin), text.size());
        std::string_view part = text.substr(begin, end - begin);
        ++parts;
        if (part.empty()) {
            if (end == text.size())
                return {"it ends with a dot", end - 1, end};
            return {"a number is missing before the dot", end, end + 1};
        }
        for (std::size_t i = 0; i < part.size(); ++i)
            if (!is_digit(part[i]))
                return {fmt::format("`{}` is not a number", part), begin, end};
        if (part.size() > 1 && part[0] == '0')
            return {fmt::format("`{}` has a leading zero, which some programs read as octal", part), begin, end};
        if (part.size() > 3 || (part.size() == 3 && part > "255"))
            return {fmt::format("{} is larger than 255", part), begin, end};
        if (end == text.size())
            break;
        begin = end + 1;
    }
    return {fmt::format("it has {} number{}, not 4", parts, parts == 1 ? "" : "s"), 0, text.size()};
}

Reason why_not_ip6(std::string_view text)
{
    std::size_t first = text.find("::");
    if (std::size_t triple = text.find(":::"); triple != std::string_view::npos)
        return {"`:::` is one colon too many", triple, triple + 3};
    if (first != std::string_view::npos) {
        std::size_t second = text.find("::", first + 1);
        if (second != std::string_view::npos)
            return {"`::` may stand only once", second, second + 2};
    }
    if (std::size_t zone = text.find('%'); zone != std::string_view::npos)
        return {"a zone index has no place in the DNS", zone, text.size()};
    if (std::size_t slash = text.find('/'); slash != std::string_view::npos)
        return {"it is an address, not a prefix", slash, text.size()};
    std::size_t groups = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        std::size_t end = std::min(text.find(':', begin), text.size());
        std::string_view group = text.substr(begin, end - begin);
        if (group.find('.') != std::string_view::npos && end == text.size()) {
            char quad[4];
            if (!to_ip4(group, quad))
                return {fmt::format("`{}` is not an IPv4 address", group), begin, end};
            groups += 2;
            break;
        }
        for (std::size_t i = 0; i < group.size(); ++i)
            if (hex_value(group[i]) < 0)
                return {fmt::format("`{}` is not hexadecimal", group), begin, end};
        if (group.size() > 4)
            return {fmt::format("`{}` has more than four digits", group), begin, end};
        groups += group.empty() ? 0 : 1;
        begin = end + 1;
    }
    if (first == std::string_view::npos) {
        if (text.starts_with(':'))
            return {"it begins with a single colon", 0, 1};
        if (text.ends_with(':'))
            return {"it ends with a single colon", text.size() - 1, text.size()};
        return {fmt::format("it has {} group{}, not 8", groups, groups == 1 ? "" : "s"), 0, text.size()};
    }
    return {fmt::format("it has {} groups besides `::`, which leaves none for it to stand for", groups), 0,
            text.size()};
}

} // namespace

bool wrong_ip4(DataReader& reader, std::string_view text, std::size_t from)
{
    char ignored[16];
    if (to_ip6(text, ignored)) {
        bool alone = reader.spec.type == Type::A;
        return reader.wrong_at(from, from + text.size(), Mistake::address_wrong_family,
                               alone ? fmt::format("`{}` is an IPv6 address, and A holds an IPv4 address", text)
                                     : fmt::format("`{}` is an IPv6 address, and here an IPv4 address belongs", text),
                               alone ? "write `AAAA` as the type" : "");
    }
    Reason reason = why_not_ip4(text);
    return reader.wrong_at(from + reason.from, from + reason.to, Mistake::address_invalid,
                           fmt::format("`{}` is not an IPv4 address: {}", text, reason.text));
}

bool wrong_ip6(DataReader& reader, std::string_view text, std::size_t from)
{
    char ignored[4];
    if (to_ip4(text, ignored)) {
        bool alone = reader.spec.type == Type::AAAA;
        return reader.wrong_at(from, from + text.size(), Mistake::address_wrong_family,
                               alone ? fmt::format("`{}` is an IPv4 address, and AAAA holds an IPv6 address", text)
                                     : fmt::format("`{}` is an IPv4 address, and here an IPv6 address belongs", text),
                               alone ? "write `A` as the type" : "");
    }
    Reason reason = why_not_ip6(text);
    return reader.wrong_at(from + reason.from, from + reason.to, Mistake::address_invalid,
                           fmt::format("`{}` is not an IPv6 address: {}", text, reason.text));
}

bool read_ip4(DataReader& reader)
{
    char wire[4];
    std::string_view text = reader.word().text;
    if (!to_ip4(text, wire))
        return wrong_ip4(reader, text, 0);
    ++reader.next;
    return reader.out.append(wire, 4);
}

bool read_ip6(DataReader& reader)
{
    char wire[16];
    std::string_view text = reader.word().text;
    if (!to_ip6(text, wire))
        return wrong_ip6(reader, text, 0);
    ++reader.next;
    return reader.out.append(wire, 16);
}

// RFC 7043 3.2: pairs of hexadecimal digits between hyphens.
bool read_eui(DataReader& reader, std::size_t octets)
{
    char wire[8];
    std::string_view text = reader.word().text;
    auto bad = [&](std::size_t from, std::size_t to, std::string_view why) {
        return reader.wrong_at(from, to, Mistake::address_invalid,
                               fmt::format("`{}` is not an EUI-{} address: {}", text, octets * 8, why));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool hyphen = i % 3 == 2;
        if (hyphen ? text[i] != '-' : hex_value(text[i]) < 0)
            return bad(i, i + 1,
                       hyphen ? "there must be a hyphen between the pairs"
                              : "it must have pairs of hexadecimal digits");
    }
    if (text.size() != octets * 3 - 1)
        return bad(0, text.size(), fmt::format("it must have {} pairs of hexadecimal digits", octets));
    for (std::size_t i = 0; i < octets; ++i)
        wire[i] = static_cast<char>(hex_value(text[3 * i]) << 4 | hex_value(text[3 * i + 1]));
    ++reader.next;
    return reader.out.append(wire, octets);
}

// RFC 6742 2.1.2: four groups of one to four hexadecimal digits, no "::".
bool read_locator(DataReader& reader)
{
    char wire[8];
    std::string_view text = reader.word().text;
    std::size_t i = 0;
    for (std::size_t group = 0; group < 4; ++group) {
        std::size_t begin = i;
        std::uint32_t value = 0;
        for (; i < text.size() && hex_value(text[i]) >= 0 && i - begin < 5; ++i)
            value = value << 4 | static_cast<std::uint32_t>(hex_value(text[i]));
        bool last = group == 3;
        if (i == begin || i - begin > 4 || (last ? i != text.size() : i == text.size() || text[i] != ':'))
            return reader.wrong(Mistake::address_invalid,
                                fmt::format("`{}` is not a {}: it must have four groups of up to four "
                                            "hexadecimal digits",
                                            text, reader.noun()));
        write_u16(wire + 2 * group, static_cast<std::uint16_t>(value));
        ++i;
    }
    ++reader.next;
    return reader.out.append(wire, 8);
}

// RFC 1706 7: "0x", hexadecimal digits, dots where one likes.
bool read_nsap(DataReader& reader)
{
    std::string_view text = reader.word().text;
    if (text.size() < 2 || text[0] != '0' || ascii_lower(text[1]) != 'x')
        return reader.wrong(Mistake::address_invalid,
                            fmt::format("`{}` is not an NSAP address: it must begin with `0x`", text));
    int high = -1;
    for (std::size_t i = 2; i < text.size(); ++i) {
        if (text[i] == '.')
            continue;
        int digit = hex_value(text[i]);
        if (digit < 0)
            return reader.wrong_at(i, i + 1, Mistake::address_invalid,
                                   fmt::format("`{}` is not an NSAP address: `{}` is not hexadecimal", text, text[i]));
        if (high < 0) {
            high = digit;
        } else {
            if (!reader.out.append_u8(static_cast<std::uint8_t>(high << 4 | digit)))
                return reader.too_long();
            high = -1;
        }
    }
    if (high >= 0 || reader.out.size() == reader.field_start)
        return reader.wrong(Mistake::address_invalid,
                            fmt::format("`{}` is not an NSAP address: it must have an even number of digits", text));
    ++reader.next;
    return true;
}

} // namespace zonevet
