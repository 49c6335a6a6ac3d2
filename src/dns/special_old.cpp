// Data of types that are no longer in use: WKS (RFC 1035 3.4.2), ISDN (RFC 1183 3.2), NXT
// (RFC 2535 5.2), A6 (RFC 2874 3.1), ATMA (ATM Forum af-dans-0152).
#include "dns/octets.h"
#include "dns/reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace zonevet {

namespace {

// Sets a bit in a map that begins at `start` of `out` and grows as far as it must; it stays small.
void set_bit(RdataBuffer& out, std::size_t start, std::size_t bit)
{
    std::size_t at = start + bit / 8;
    while (out.size() <= at)
        out.append_u8(0);
    out.data()[at] = static_cast<char>(octet(out.view(), at) | 0x80U >> (bit % 8));
}

template <class Print> std::string bits_text(std::string_view bits, Print print)
{
    std::string text;
    for (std::size_t i = 0; i < bits.size() * 8; ++i)
        if (octet(bits, i / 8) & (0x80U >> (i % 8))) {
            if (!text.empty())
                text += ' ';
            text += print(i);
        }
    return text;
}

} // namespace

bool read_services(DataReader& reader)
{
    if (reader.at_end())
        return reader.lacks("protocol");
    std::uint32_t protocol = 0;
    if (int named = ip_protocol_from_text(reader.word().text); named >= 0)
        protocol = static_cast<std::uint32_t>(named);
    else if (!number_in(reader, reader.word().text, 0, 255, "protocol", protocol))
        return false;
    ++reader.next;
    reader.out.append_u8(static_cast<std::uint8_t>(protocol));
    std::size_t start = reader.out.size();
    for (; !reader.at_end(); ++reader.next) {
        std::uint32_t port = 0;
        if (int named = ip_service_from_text(reader.word().text); named >= 0)
            port = static_cast<std::uint32_t>(named);
        else if (!number_in(reader, reader.word().text, 0, 65535, "port", port))
            return false;
        set_bit(reader.out, start, port);
    }
    return true;
}

bool services_valid(std::string_view rest)
{
    return !rest.empty() && rest.size() <= 1 + 8192;
}

std::string services_text(std::string_view rest)
{
    std::string ports = bits_text(rest.substr(1), [](std::size_t i) { return std::to_string(i); });
    return std::to_string(octet(rest, 0)) + (ports.empty() ? "" : " ") + ports;
}

bool read_subaddress(DataReader& reader)
{
    return reader.at_end() || read_part(reader, FieldKind::string, "subaddress");
}

bool subaddress_valid(std::string_view rest)
{
    return rest.empty() || rest.size() == 1 + octet(rest, 0);
}

bool read_next_types(DataReader& reader)
{
    std::size_t start = reader.out.size();
    for (; !reader.at_end(); ++reader.next) {
        std::string_view text = reader.word().text;
        Type type = type_from_text(text);
        auto number = static_cast<std::size_t>(type);
        unsigned written = 0; // old files have numbers too, and BIND reads them
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), written);
        if (type == Type::none && error == std::errc() && end == text.data() + text.size() && written != 0)
            type = static_cast<Type>(number = written);
        if (type == Type::none || reader.word().quoted)
            return reader.wrong(Mistake::type_unknown, fmt::format("`{}` is not a record type", text));
        if (number > 127)
            return reader.wrong(Mistake::value_invalid,
                                fmt::format("`{}` is type {}, and NXT can only list types up to 127", text, number));
        set_bit(reader.out, start, number);
    }
    return true;
}

// Bit 0 would say that a map of another form follows; none was ever defined.
bool next_types_valid(std::string_view rest)
{
    return rest.empty() || (rest.size() <= 16 && (octet(rest, 0) & 0x80) == 0 && rest.back() != 0);
}

std::string next_types_text(std::string_view rest)
{
    return bits_text(rest, [](std::size_t i) { return type_text(static_cast<Type>(i)); });
}

// The suffix has the bits behind the prefix, rounded up to whole octets; there is none behind 128,
// and no name of a prefix when its length is 0.
bool read_a6(DataReader& reader)
{
    std::size_t prefix = octet(reader.out.view(), 0);
    if (prefix > 128)
        return reader.wrong_words(
            0, 0, Mistake::number_too_large,
            fmt::format("`{}` is larger than 128, the largest prefix length", reader.words[0].text));
    if (prefix < 128) {
        std::size_t start = reader.out.size();
        if (!read_part(reader, FieldKind::ip6, "address suffix"))
            return false;
        char* address = reader.out.data() + start;
        std::size_t skipped = prefix / 8;
        std::memmove(address, address + skipped, 16 - skipped);
        address[0] = static_cast<char>(octet({address, 1}, 0) & 0xffU >> (prefix % 8));
        reader.out.resize(start + 16 - skipped);
    }
    return prefix == 0 || read_part(reader, FieldKind::name, "prefix name");
}

bool a6_valid(std::string_view rest, std::size_t prefix)
{
    if (prefix > 128)
        return false;
    std::size_t suffix = 16 - prefix / 8;
    if (rest.size() < suffix)
        return false;
    if (suffix > 0 && (octet(rest, 0) & ~(0xffU >> (prefix % 8))) != 0)
        return false;
    std::string_view name = rest.substr(suffix);
    return prefix == 0 ? name.empty() : !name.empty() && name_length_at(name) == name.size();
}

std::string a6_text(std::string_view rest, std::size_t prefix)
{
    std::string text;
    std::size_t suffix = 16 - prefix / 8;
    if (suffix > 0) {
        char address[16] = {};
        std::memcpy(address + 16 - suffix, rest.data(), suffix);
        text = ip6_text(address);
    }
    if (prefix > 0)
        text += (text.empty() ? "" : " ") + Name(rest.substr(suffix)).text();
    return text;
}

// "+" and digits: format 1 (E.164); hexadecimal: format 0 (AESA). Dots may stand between.
bool read_atm_address(DataReader& reader)
{
    if (reader.at_end())
        return reader.missing();
    std::string_view text = reader.word().text;
    auto bad = [&](std::size_t at, std::string_view why) {
        return reader.wrong_at(at, std::min(at + 1, text.size()), Mistake::address_invalid,
                               fmt::format("`{}` is not an ATM address: {}", text, why));
    };
    bool e164 = text.starts_with('+');
    reader.out.append_u8(e164 ? 1 : 0);
    int high = -1;
    bool dot_allowed = false;
    for (std::size_t i = e164 ? 1 : 0; i < text.size(); ++i) {
        if (text[i] == '.') {
            if (!dot_allowed)
                return bad(i, "a dot must stand between digits");
            dot_allowed = false;
            continue;
        }
        dot_allowed = true;
        int digit = hex_value(text[i]);
        if (digit < 0 || (e164 && digit > 9))
            return bad(i, e164 ? "behind `+` there are decimal digits" : "its digits are hexadecimal");
        if (!e164 && high < 0) {
            high = digit;
            continue;
        }
        reader.out.append_u8(e164 ? static_cast<std::uint8_t>(text[i]) : static_cast<std::uint8_t>(high << 4 | digit));
        high = -1;
    }
    if (high >= 0)
        return bad(text.size() - 1, "it has an odd number of digits");
    if (!dot_allowed)
        return bad(text.size() - 1, "it must end with a digit");
    ++reader.next;
    return true;
}

bool atm_address_valid(std::string_view rest)
{
    if (rest.size() < 2 || octet(rest, 0) > 1)
        return false;
    return rest[0] == 0 || std::all_of(rest.begin() + 1, rest.end(), is_digit);
}

std::string atm_address_text(std::string_view rest)
{
    return rest[0] == 1 ? "+" + std::string(rest.substr(1)) : hex_text(rest.substr(1));
}

} // namespace zonevet
