// The hash by which GitHub recognises the line of a finding when lines move: over the first hundred
// characters from the line's start, without blanks and tabs, and a counter for equal hashes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// The hashes of the lines `wanted` (from 1, sorted), "c129715d7a2bc9a3:1". Lines that are not there
// have an empty one.
std::vector<std::string> line_hashes(std::string_view text, const std::vector<std::uint64_t>& wanted);

} // namespace zonevet
