// Order and equality of record data as the DNS sees it: names in the data without regard to ASCII
// case (RFC 4343), everything else octet by octet.
#pragma once

#include "dns/types.h"

#include <string_view>

namespace zonevet {

// Below, at or above zero. `a` and `b` are data of records of `type`.
int compare_data(Type type, std::string_view a, std::string_view b);
// The same question without the order, which is much faster for data that differ.
bool is_same_data(Type type, std::string_view a, std::string_view b);

} // namespace zonevet
