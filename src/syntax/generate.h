// The patterns of BIND's $GENERATE: "$" is the counter, "${offset,width,base}" the counter moved,
// padded and in base d, o, x, X, n or N (nibbles), "\$" and "$$" a dollar (BIND 9 ARM).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zonevet {

struct GenerateRange {
    std::int64_t start = 0, stop = 0, step = 1;
    std::uint64_t count() const { return static_cast<std::uint64_t>((stop - start) / step + 1); }
};

// "1-254" or "0-255/2". Nothing when it is none; `reason` says why.
std::optional<GenerateRange> parse_generate_range(std::string_view text, std::string& reason);

// The pattern at `value`. False when a modifier is malformed: `from`, `to` are its octets.
bool expand_generate(std::string_view pattern, std::int64_t value, std::string& out, std::size_t& from,
                     std::size_t& to);

// Whether the counter occurs in the pattern at all.
bool uses_counter(std::string_view pattern);

} // namespace zonevet
