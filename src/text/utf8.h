// Reading UTF-8 that may be broken: one code point at a time, where an octet that belongs to none
// stands for itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

struct CodePoint {
    std::uint32_t value = 0; // of a broken octet: the octet
    unsigned length = 1;     // octets
    bool valid = true;
};

// The code point that begins at `offset`, which must lie inside the text. Overlong forms,
// surrogates and values above U+10FFFF are broken.
CodePoint code_point_at(std::string_view text, std::size_t offset);

// How many code points the text holds; each broken octet counts as one.
std::size_t count_code_points(std::string_view text);

// Columns of a terminal: 0 for combining marks, 2 for wide (East Asian, emoji) characters, else 1.
unsigned display_width(std::uint32_t code_point);

// True for what a reader cannot see or what can act on a terminal: control characters, direction
// marks, zero-width characters, unusual blanks.
bool is_invisible(std::uint32_t code_point);

// What `defused` puts in the place of one code point that is invisible or broken.
std::string stand_in(const CodePoint& code_point);

// The text with every broken octet written as in a zone file (\255), for formats that must be
// UTF-8.
std::string valid_utf8(std::string_view text);

} // namespace zonevet
