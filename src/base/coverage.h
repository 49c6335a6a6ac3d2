// How much of a zone there is. What is not there is unknown, and never called missing.
#pragma once

#include <cstdint>

namespace zonevet {

// Each holds less than the one before; of two parts of one thing the greater says it.
enum class Coverage : std::uint8_t {
    whole,
    without_apex, // all but the SOA, NS and key records of the apex, which whoever serves the zone adds
    part,         // whole RRsets, but not all of them
    // A part that begins in the middle: owner, TTL and origin of its first record come from a text that is not
    // here. Such a zone has the root as its apex, since its own is not known.
    fragment,
};

} // namespace zonevet
