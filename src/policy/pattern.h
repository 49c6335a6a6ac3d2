// Regular expressions of rules: RE2, so that no expression takes more than linear time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zonevet::policy {

inline constexpr std::size_t longest_pattern = 500;

// Why `pattern` is no expression; empty when it is one.
std::string pattern_error(std::string_view pattern);
// Whether the whole of `text` matches. Each thread compiles an expression once.
bool matches_whole(std::string_view pattern, std::string_view text, bool any_case);

} // namespace zonevet::policy
