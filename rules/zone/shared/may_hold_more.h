// What must be asked before something is said of an RRset that one more record would make wrong.
#pragma once

#include "zone/zone.h"

namespace zonevet::rules {

// Records of the set may stand where these files do not show them.
inline bool may_hold_more(const RRset& set)
{
    return set.zone().incomplete() || set.node().is_untold(set.type());
}

} // namespace zonevet::rules
