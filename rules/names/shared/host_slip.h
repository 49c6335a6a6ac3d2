// Names of hosts that are one slip apart, and those that are told apart by one letter on purpose.
#pragma once

#include <string_view>

namespace zonevet::rules {

// `once` was typed in the place of `many`. Numbers, plurals, and letters that count things tell hosts apart: web1,
// apps, node-b, proxyb.
bool is_slip_of_host(std::string_view once, std::string_view many);

} // namespace zonevet::rules
