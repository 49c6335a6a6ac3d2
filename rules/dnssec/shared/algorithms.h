// The algorithms of keys, signatures and DS records.
#pragma once

#include <cstdint>
#include <string>

namespace zonevet::rules {

// "RSASHA1 (5)", "algorithm 77".
std::string algorithm_text(std::uint32_t algorithm);
bool is_assigned_algorithm(std::uint32_t algorithm);
bool is_deprecated_algorithm(std::uint32_t algorithm);

} // namespace zonevet::rules
