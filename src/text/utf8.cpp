// Zone files are octets; most hold ASCII, some hold UTF-8, a few hold Latin-1. What is not UTF-8 is
// never an error here: it is one odd octet, shown as such.
#include "text/utf8.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

namespace zonevet {

CodePoint code_point_at(std::string_view text, std::size_t offset)
{
    auto octet = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    std::uint32_t first = octet(offset);
    if (first < 0x80)
        return {first, 1, true};
    unsigned length = first >= 0xf0 && first <= 0xf4   ? 4
                      : first >= 0xe0 && first <= 0xef ? 3
                      : first >= 0xc2 && first <= 0xdf ? 2
                                                       : 0;
    if (length == 0 || length > text.size() - offset)
        return {first, 1, false};
    std::uint32_t value = first & (0x7fU >> length);
    for (unsigned i = 1; i < length; ++i) {
        std::uint32_t next = octet(offset + i);
        if ((next & 0xc0) != 0x80)
            return {first, 1, false};
        value = value << 6 | (next & 0x3f);
    }
    bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (overlong || surrogate || value > 0x10ffff)
        return {first, 1, false};
    return {value, length, true};
}

std::size_t count_code_points(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count)
        i += static_cast<unsigned char>(text[i]) < 0x80 ? 1 : code_point_at(text, i).length;
    return count;
}

namespace {

struct Interval {
    std::uint32_t first, last;
};

template <std::size_t Size> bool in(const Interval (&table)[Size], std::uint32_t value)
{
    const Interval* found =
        std::upper_bound(std::begin(table), std::end(table), value,
                         [](std::uint32_t v, const Interval& interval) { return v < interval.first; });
    return found != std::begin(table) && value <= std::prev(found)->last;
}

constexpr Interval combining[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x0900, 0x0902},
    {0x093c, 0x093c}, {0x0941, 0x0948}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff},
    {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0x302a, 0x302d}, {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
};
constexpr Interval wide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a}, {0x23e9, 0x23ec}, {0x25fd, 0x25fe},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267f, 0x267f},   {0x2693, 0x2693}, {0x26a1, 0x26a1}, {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea}, {0x26f2, 0x26f3}, {0x26f5, 0x26f5},   {0x26fa, 0x26fa},
    {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274c},   {0x274e, 0x274e},
    {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797}, {0x27b0, 0x27b0}, {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},
    {0x2b55, 0x2b55},   {0x2e80, 0x3029},   {0x302e, 0x3098}, {0x309b, 0xa4cf}, {0xa960, 0xa97f},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};
constexpr Interval invisible[] = {
    {0x0000, 0x001f}, {0x007f, 0x00a0}, {0x00ad, 0x00ad}, {0x034f, 0x034f}, {0x061c, 0x061c},   {0x115f, 0x1160},
    {0x17b4, 0x17b5}, {0x180b, 0x180e}, {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f},   {0x3000, 0x3000},
    {0x3164, 0x3164}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff},
};

} // namespace

unsigned display_width(std::uint32_t code_point)
{
    if (code_point < 0x300)
        return 1;
    return in(combining, code_point) ? 0 : in(wide, code_point) ? 2 : 1;
}

bool is_invisible(std::uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7f)
        return false;
    return in(invisible, code_point);
}

std::string stand_in(const CodePoint& code_point)
{
    if (!code_point.valid || code_point.value < 0x80)
        return fmt::format("\\x{:02x}", code_point.value);
    return fmt::format("<U+{:04X}>", code_point.value);
}

std::string valid_utf8(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        CodePoint point = code_point_at(text, i);
        if (point.valid)
            out += text.substr(i, point.length);
        else
            out += fmt::format("\\{:03}", point.value);
        i += point.length;
    }
    return out;
}

} // namespace zonevet
