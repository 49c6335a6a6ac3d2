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
        default: break;
        }
    }
    return masks;
}

// `octets` must have 64 readable octets.
inline Masks masks_of(const char* octets)
{
#ifdef __SSE2__
    Masks masks;
    for (int part = 0; part < 4; ++part) {
        __m128i in = _mm_loadu_si128(reinterpret_cast<const __m128i*>(octets) + part);
        auto is = [&](char c) { return _mm_cmpeq_epi8(in, _mm_set1_epi8(c)); };
        auto bits = [&](__m128i lanes) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(lanes))) << (part * 16);
        };
        masks.blank |= bits(_mm_or_si128(is(' '), is('\t')));
        masks.newline |= bits(is('\n'));
        // "(" and ")" differ in their lowest bit only.
        __m128i parenthesis = _mm_cmpeq_epi8(_mm_or_si128(in, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
        masks.special |= bits(_mm_or_si128(_mm_or_si128(_mm_or_si128(is('"'), is(';')), _mm_or_si128(is('\\'), is('\r'))), parenthesis));
    }
    return masks;
#else
    return masks_plain(octets);
#endif
}

} // namespace zonevet
