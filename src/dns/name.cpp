// A domain name is a list of labels. On the wire each label stands behind an octet that holds its
// length, and the empty label of the root (a zero octet) ends the name. In a master file labels are
// separated by dots, "\." is a dot inside a label and "\DDD" is any octet (RFC 1035 5.1).
#include "dns/name.h"

#include "dns/octets.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace zonevet {

namespace {

constexpr std::size_t max_name = 255; // RFC 1035 2.3.4
constexpr std::size_t max_label = 63;

// Length octets are at most 63, below 'A', so a whole wire form may be folded at once.
bool equal_ignoring_case(std::string_view a, std::string_view b)
{
    // Names are short: eight octets at a time. Bit 5 is what upper and lower case differ in; where
    // nothing else differs either the octets decide.
    constexpr std::uint64_t fold = 0x2020202020202020;
    std::size_t i = 0;
    for (; i + 8 <= a.size(); i += 8) {
        std::uint64_t x, y;
        std::memcpy(&x, a.data() + i, 8);
        std::memcpy(&y, b.data() + i, 8);
        if (x == y)
            continue;
        if ((x | fold) != (y | fold))
            return false;
        for (std::size_t k = i; k < i + 8; ++k)
            if (ascii_lower(a[k]) != ascii_lower(b[k]))
                return false;
    }
    for (; i < a.size(); ++i)
        if (a[i] != b[i] && ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

// Where each label begins, the root left out.
struct Labels {
    std::uint8_t begin[128];
    std::size_t count = 0;

    explicit Labels(std::string_view wire)
    {
        for (std::size_t at = 0; octet(wire, at) != 0; at += octet(wire, at) + 1)
            begin[count++] = static_cast<std::uint8_t>(at);
    }
};

NameText wrong(NameError error, std::size_t from, std::size_t to)
{
    return {error, from, to};
}

// Appends the origin behind the `used` octets of a relative name.
NameText finish_relative(std::string_view text, Name origin, char* out, std::size_t used, std::size_t& length)
{
    std::string_view tail = origin.wire();
    if (used + tail.size() > max_name)
        return wrong(NameError::too_long, 0, text.size());
    std::memcpy(out + used, tail.data(), tail.size());
    length = used + tail.size();
    return {};
}

// The careful way: octet by octet, with escapes, for text of any length.
NameText parse_escaped(std::string_view text, Name origin, char* out, std::size_t& length)
{
    std::size_t label = 0;       // where the length octet of the label at hand stands
    std::size_t used = 1;        // octets written, that one included
    std::size_t label_begin = 0; // where it begins in the text
    bool too_long = false;       // go on: an escape or a label may be the real mistake
    std::size_t i = 0;
    while (i <= text.size()) {
        bool at_end = i == text.size();
        if (at_end || text[i] == '.') {
            std::size_t count = used - label - 1;
            if (at_end && i == label_begin)
                break; // the text ended with a dot
            if (count == 0)
                return wrong(NameError::label_empty, i, std::min(i + 1, text.size()));
            if (count > max_label)
                return wrong(NameError::label_too_long, label_begin, i);
            if (used > max_name) {
                too_long = true;
                used = 0;
            }
            out[label] = static_cast<char>(count);
            label = used++;
            label_begin = ++i;
            if (at_end)
                return too_long ? wrong(NameError::too_long, 0, text.size())
                                : finish_relative(text, origin, out, label, length);
            continue;
        }
        std::size_t begin = i;
        char value = text[i++];
        if (value == '\\' && !read_escape(text, i, value))
            return wrong(NameError::escape, begin, i);
        // What does not fit is counted, not stored: no label may be longer than 63.
        if (used < max_name)
            out[used] = value;
        ++used;
    }
    if (too_long || label >= max_name)
        return wrong(NameError::too_long, 0, text.size());
    out[label] = 0;
    length = label + 1;
    return {};
}

// The octets of `block` that are `wanted` have their high bit set in the result, all others are
// zero.
std::uint64_t matches(std::uint64_t block, char wanted)
{
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low = 0x7f7f7f7f7f7f7f7fU;
    std::uint64_t x = block ^ (ones * static_cast<unsigned char>(wanted));
    return ~(((x & low) + low) | x | low);
}

} // namespace

std::size_t Name::label_count() const
{
    std::size_t count = 0;
    for (std::size_t at = 0; octet(wire_, at) != 0; at += octet(wire_, at) + 1)
        ++count;
    return count;
}

std::string_view Name::first_label() const
{
    return wire_.substr(1, octet(wire_, 0));
}

std::string_view Name::label(std::size_t i) const
{
    std::size_t at = 0;
    for (; i > 0; --i)
        at += octet(wire_, at) + 1;
    return wire_.substr(at + 1, octet(wire_, at));
}

Name Name::parent() const
{
    return is_root() ? *this : Name(wire_.substr(octet(wire_, 0) + 1));
}

Name Name::ancestor(std::size_t labels) const
{
    std::size_t count = label_count();
    std::size_t at = 0;
    for (; count > labels; --count)
        at += octet(wire_, at) + 1;
    return Name(wire_.substr(at));
}

bool Name::is_at_or_below(Name other) const
{
    if (wire_.size() < other.wire_.size())
        return false;
    std::size_t from = wire_.size() - other.wire_.size();
    std::size_t at = 0;
    while (at < from) // "badexample." ends like "example." but is not below it
        at += octet(wire_, at) + 1;
    return at == from && equal_ignoring_case(wire_.substr(from), other.wire_);
}

bool operator==(Name a, Name b)
{
    return a.wire_.size() == b.wire_.size() && equal_ignoring_case(a.wire_, b.wire_);
}

bool canonical_less(Name a, Name b)
{
    Labels left(a.wire());
    Labels right(b.wire());
    std::size_t common = std::min(left.count, right.count);
    for (std::size_t i = 1; i <= common; ++i) {
        const char* x = a.wire().data() + left.begin[left.count - i];
        const char* y = b.wire().data() + right.begin[right.count - i];
        auto x_size = static_cast<unsigned char>(*x++);
        auto y_size = static_cast<unsigned char>(*y++);
        for (std::size_t k = 0; k < std::min(x_size, y_size); ++k) {
            auto p = static_cast<unsigned char>(ascii_lower(x[k]));
            auto q = static_cast<unsigned char>(ascii_lower(y[k]));
            if (p != q)
                return p < q;
        }
        if (x_size != y_size)
            return x_size < y_size;
    }
    return left.count < right.count;
}

std::string label_text(std::string_view label)
{
    std::string text;
    text.reserve(label.size());
    for (char c : label) {
        auto value = static_cast<unsigned char>(c);
        if (value <= ' ' || value >= 0x7f) {
            append_decimal_escape(text, value);
            continue;
        }
        if (std::string_view(".\\\"();@$").find(c) != std::string_view::npos)
            text += '\\';
        text += c;
    }
    return text;
}

std::string Name::text() const
{
    if (is_root())
        return ".";
    std::string text;
    text.reserve(wire_.size() + 4);
    for (std::size_t at = 0; octet(wire_, at) != 0; at += octet(wire_, at) + 1) {
        text += label_text(wire_.substr(at + 1, octet(wire_, at)));
        text += '.';
    }
    return text;
}

std::string Name::text_below(Name apex) const
{
    if (apex.is_root() || !is_at_or_below(apex))
        return text();
    if (wire_.size() == apex.wire_.size())
        return "@";
    std::string text;
    std::size_t end = wire_.size() - apex.wire_.size();
    for (std::size_t at = 0; at < end; at += octet(wire_, at) + 1) {
        if (at > 0)
            text += '.';
        text += label_text(wire_.substr(at + 1, octet(wire_, at)));
    }
    return text;
}

// Without escapes the wire form is the text moved by one octet: each dot lies exactly where the
// length of the label behind it belongs. So the text is copied whole and only its dots are visited.
NameText parse_name(std::string_view text, Name origin, char* out, std::size_t& length)
{
    constexpr std::size_t longest = max_name - 2; // leaves room for the first length and the root
    if (text.size() > longest)
        return parse_escaped(text, origin, out, length);
    if (text.size() <= 1) {
        if (text == "@")
            return finish_relative(text, origin, out, 0, length);
        if (text == ".") {
            out[0] = 0;
            length = 1;
            return {};
        }
        if (text.empty())
            return wrong(NameError::label_empty, 0, 0);
    }
    std::size_t label = 0;              // where the length octet of the label at hand belongs
    auto visit = [&](std::size_t dot) { // dot: its place in `out`
        std::size_t count = dot - label - 1;
        if (count - 1 >= max_label)
            return false;
        out[label] = static_cast<char>(count);
        label = dot;
        return true;
    };
    const char* bytes = text.data();
    std::size_t i = 0;
#ifdef __SSE2__
    if (text.size() >= 16 && text.size() <= 32) { // most names: two blocks that may overlap
        std::size_t last = text.size() - 16;
        __m128i blocks[2] = {_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)),
                             _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + last))};
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 1), blocks[0]);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 1 + last), blocks[1]);
        auto places = [&](char wanted) {
            auto bits = [&](__m128i block) {
                return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8(wanted))));
            };
            return bits(blocks[0]) | bits(blocks[1]) << last;
        };
        if (places('\\') != 0)
            return parse_escaped(text, origin, out, length);
        for (std::uint32_t dots = places('.'); dots != 0; dots &= dots - 1)
            if (!visit(static_cast<std::size_t>(std::countr_zero(dots)) + 1))
                return parse_escaped(text, origin, out, length);
        i = text.size();
    } else
#endif
    {
        std::memcpy(out + 1, text.data(), text.size());
    }
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t block = 0;
        std::memcpy(&block, bytes + i, 8);
        if (matches(block, '\\') != 0)
            return parse_escaped(text, origin, out, length);
        for (std::uint64_t dots = matches(block, '.'); dots != 0; dots &= dots - 1)
            if (!visit(i + 1 + first_match(dots)))
                return parse_escaped(text, origin, out, length);
    }
    if (i < text.size() && text.size() >= 8) { // the last eight octets, without those seen already
        std::uint64_t block = 0;
        std::memcpy(&block, bytes + text.size() - 8, 8);
        std::uint64_t unseen = ~std::uint64_t{0} << (8 * (8 - (text.size() - i)));
        if ((matches(block, '\\') & unseen) != 0)
            return parse_escaped(text, origin, out, length);
        for (std::uint64_t dots = matches(block, '.') & unseen; dots != 0; dots &= dots - 1)
            if (!visit(text.size() - 7 + first_match(dots)))
                return parse_escaped(text, origin, out, length);
        i = text.size();
    }
    for (; i < text.size(); ++i) // shorter than a block
        if (bytes[i] == '\\' || (bytes[i] == '.' && !visit(i + 1)))
            return parse_escaped(text, origin, out, length);
    if (label == text.size()) { // it ended with a dot: the name is absolute
        out[label] = 0;
        length = label + 1;
        return {};
    }
    std::size_t count = text.size() - label;
    if (count > max_label)
        return parse_escaped(text, origin, out, length);
    out[label] = static_cast<char>(count);
    return finish_relative(text, origin, out, text.size() + 1, length);
}

bool to_name(std::string_view text, OwnedName& out, Name origin)
{
    char wire[256];
    std::size_t length = 0;
    if (parse_name(text, origin, wire, length).error != NameError::none)
        return false;
    out = OwnedName(Name({wire, length}));
    return true;
}

} // namespace zonevet
