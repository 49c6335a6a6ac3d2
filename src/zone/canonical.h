// Data of single records in one spelling, to compare what two formats write differently.
#pragma once

#include "dns/name.h"

#include <string>
#include <string_view>

namespace zonevet {

// The presentation form of the data with absolute names; data that cannot be read stays as it is.
std::string canonical_data(std::string_view type, std::string_view data, Name origin);

} // namespace zonevet
