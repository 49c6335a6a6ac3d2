// Where a name leads to, as far as one state of the zone shows it.
#pragma once

#include "zone/zone.h"

#include <string_view>
#include <vector>

namespace zonevet::rules {

// The addresses of the name, through aliases that stay in the zone; sorted. Empty when it ends
// elsewhere, or nowhere.
std::vector<std::string_view> addresses_of(const Zone& zone, Name name);

// Everything that was reached by the name is reached by it still.
bool keeps_addresses(const Zone& before, const Zone& after, Name name);

} // namespace zonevet::rules
