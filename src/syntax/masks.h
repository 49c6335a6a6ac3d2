// Sixty-four octets at once: where the blanks, the line ends and the octets are that need care. One
// bit per octet. SSE2 belongs to every x86-64 machine, so nothing has to be chosen at run time; other
// machines get the same masks from a plain loop.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace zonevet {

struct Masks {
    std::uint64_t blank = 0; // space, tab
    std::uint64_t newline = 0;
    std::uint64_t hyphen = 0, dot = 0;
    std::uint64_t odd = 0; // none of letter, digit, hyphen, dot, blank, newline
};

inline Masks masks_plain(const char* octets)
{
    Masks masks;
    for (std::size_t i = 0; i < 64; ++i) {
        std::uint64_t bit = std::uint64_t{1} << i;
        char lower = static_cast<char>(octets[i] | 0x20);
        switch (octets[i]) {
        case ' ':
        case '\t':
            masks.blank |= bit;
            break;
        case '\n':
            masks.newline |= bit;
            break;
        case '-':
            masks.hyphen |= bit;
            break;
        case '.':
            masks.dot |= bit;
            break;
        default:
            if (!(lower >= 'a' && lower <= 'z') && !(octets[i] >= '0' && octets[i] <= '9'))
                masks.odd |= bit;
        }
    }
    return masks;
}

// `octets` must have 64 readable octets.
[[gnu::always_inline]] inline Masks masks_of(const char* octets)
{
#ifdef __SSE2__
    Masks masks;
    for (int part = 0; part < 4; ++part) {
        __m128i in = _mm_loadu_si128(reinterpret_cast<const __m128i*>(octets) + part);
        auto is = [&](char c) __attribute__((always_inline))
        {
            return _mm_cmpeq_epi8(in, _mm_set1_epi8(c));
        };
        auto bits = [&](__m128i lanes) __attribute__((always_inline))
        {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(lanes))) << (part * 16);
        };
        masks.blank |= bits(_mm_or_si128(is(' '), is('\t')));
        masks.newline |= bits(is('\n'));
        masks.hyphen |= bits(is('-'));
        masks.dot |= bits(is('.'));
        // Moved so that the range ends at the largest signed value, one comparison finds its members.
        __m128i lower = _mm_or_si128(in, _mm_set1_epi8(0x20));
        __m128i letter = _mm_cmpgt_epi8(_mm_add_epi8(lower, _mm_set1_epi8(127 - 'z')), _mm_set1_epi8(127 - 26));
        __m128i digit = _mm_cmpgt_epi8(_mm_add_epi8(in, _mm_set1_epi8(127 - '9')), _mm_set1_epi8(127 - 10));
        masks.odd |= bits(_mm_or_si128(letter, digit));
    }
    masks.odd = ~(masks.odd | masks.hyphen | masks.dot | masks.blank | masks.newline);
    return masks;
#else
    return masks_plain(octets);
#endif
}

// The odd octets that end the simple way of reading a line: " ( ) ; \ and carriage return. Few lines
// have any odd octet, so they are looked at one by one.
inline bool has_special(const char* octets, std::uint64_t odd)
{
    for (; odd != 0; odd &= odd - 1)
        switch (octets[std::countr_zero(odd)]) {
        case '"':
        case '(':
        case ')':
        case ';':
        case '\\':
        case '\r':
            return true;
        default:
            break;
        }
    return false;
}

} // namespace zonevet
