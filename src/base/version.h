// The version of the program.
#pragma once

#include <string_view>

namespace zonevet {

// "0.1.0"
std::string_view version();

} // namespace zonevet
