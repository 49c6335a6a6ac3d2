// Small things that every reader of text and octets in this folder needs: escapes, numbers in network
// order.
#pragma once

#include "base/ascii.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace zonevet {

// The value of a hexadecimal digit, or -1.
constexpr int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// An octet of wire data as a number: a length, mostly.
inline std::size_t octet(std::string_view wire, std::size_t at)
{
    return static_cast<unsigned char>(wire[at]);
}

// The place, from the first octet in memory on, of the lowest octet whose high bit is set.
inline std::size_t first_match(std::uint64_t mask)
{
    static_assert(std::endian::native == std::endian::little);
    return static_cast<std::size_t>(std::countr_zero(mask)) / 8;
}

inline std::uint16_t read_u16(const char* wire)
{
    auto high = static_cast<unsigned char>(wire[0]);
    auto low = static_cast<unsigned char>(wire[1]);
    return static_cast<std::uint16_t>(high << 8 | low);
}
inline std::uint32_t read_u32(const char* wire)
{
    return std::uint32_t{read_u16(wire)} << 16 | read_u16(wire + 2);
}
inline void write_u16(char* wire, std::uint16_t value)
{
    wire[0] = static_cast<char>(value >> 8);
    wire[1] = static_cast<char>(value);
}
inline void write_u32(char* wire, std::uint32_t value)
{
    write_u16(wire, static_cast<std::uint16_t>(value >> 16));
    write_u16(wire + 2, static_cast<std::uint16_t>(value));
}

// Reads what stands behind a backslash at text[at] (RFC 1035 5.1): three digits up to 255, or one
// octet that is no digit. On false `at` is behind what was looked at.
inline bool read_escape(std::string_view text, std::size_t& at, char& value)
{
    if (at >= text.size())
        return false;
    if (!is_digit(text[at])) {
        value = text[at++];
        return true;
    }
    int number = 0;
    std::size_t end = at + 3;
    for (; at < end; ++at) {
        if (at == text.size() || !is_digit(text[at]))
            return false;
        number = number * 10 + (text[at] - '0');
    }
    value = static_cast<char>(number);
    return number <= 255;
}

inline void append_decimal_escape(std::string& text, unsigned char value)
{
    text += '\\';
    text += static_cast<char>('0' + value / 100);
    text += static_cast<char>('0' + value / 10 % 10);
    text += static_cast<char>('0' + value % 10);
}

} // namespace zonevet
