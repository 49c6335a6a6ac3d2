// Domains that half of all zones point into, and slips of the pen in them.
#pragma once

#include "dns/name.h"

#include <string>

namespace zonevet::rules {

// The registered part of the name with its fault mended: "cloudfront.net" for
// "d1.cloudfornt.net.". Empty when it has none that can be known without the zone.
std::string well_known_domain_meant(Name name);

// The last two labels are not near any of them: then nothing is meant. Cheap, and true of nearly
// every name. The name has two labels at least.
bool is_far_from_well_known(Name name);

} // namespace zonevet::rules
