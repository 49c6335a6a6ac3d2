// What a TTL looks as if it meant; see rdata.h for how it is read.
#pragma once

#include <cstdint>
#include <string_view>

namespace zonevet {

// "3600m", which is `seconds`: a usual number of seconds with a larger unit.
bool is_unit_doubtful(std::string_view text, std::uint64_t seconds);

} // namespace zonevet
