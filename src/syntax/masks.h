// Sixty-four octets at once: where the blanks, the line ends and the octets are that need care. One
// bit per octet. SSE2 belongs to every x86-64 machine, so nothing has to be chosen at run time; other
// machines get the same masks from a plain loop.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace zonevet {

struct Masks {
    std::uint64_t blank = 0;   // space, tab
    std::uint64_t newline = 0;
    std::uint64_t special = 0; // " ( ) ; \ and carriage return
    std::uint64_t hyphen = 0, dot = 0;
    std::uint64_t odd = 0;     // none of letter, digit, hyphen, dot, blank, newline
};

inline Masks masks_plain(const char* octets)
{
    Masks masks;
    for (std::size_t i = 0; i < 64; ++i) {
        std::uint64_t bit = std::uint64_t{1} << i;
        switch (octets[i]) {
        case ' ':
        case '\t': masks.blank |= bit; break;
        case '\n': masks.newline |= bit; break;
        case '"':
        case '(':
        case ')':
        case ';':
        case '\\':
        case '\r': masks.special |= bit; break;
        case '-': masks.hyphen |= bit; break;
        case '.': masks.dot |= bit; break;
        default: break;
        }
        char lower = static_cast<char>(octets[i] | 0x20);
        bool plain = (lower >= 'a' && lower <= 'z') || (octets[i] >= '0' && octets[i] <= '9');
        if (!plain && ((masks.hyphen | masks.dot | masks.blank | masks.newline) & bit) == 0)
            masks.odd |= bit;
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
        auto is = [&](char c) __attribute__((always_inline)) { return _mm_cmpeq_epi8(in, _mm_set1_epi8(c)); };
        auto bits = [&](__m128i lanes) __attribute__((always_inline)) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(lanes))) << (part * 16);
        };
        masks.blank |= bits(_mm_or_si128(is(' '), is('\t')));
        masks.newline |= bits(is('\n'));
        // "(" and ")" differ in their lowest bit only.
        __m128i parenthesis = _mm_cmpeq_epi8(_mm_or_si128(in, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
        masks.special |= bits(_mm_or_si128(_mm_or_si128(_mm_or_si128(is('"'), is(';')), _mm_or_si128(is('\\'), is('\r'))), parenthesis));
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

} // namespace zonevet
