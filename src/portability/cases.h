// The parts of the table, a file each. How to read a sample: see PortabilityCase.
#pragma once

#include "portability/portability.h"

namespace zonevet {

#define ZV_CASES(name) extern const std::span<const PortabilityCase> name
ZV_CASES(ttl_cases);
ZV_CASES(owner_cases);
ZV_CASES(generate_cases);
ZV_CASES(text_cases);
ZV_CASES(name_cases);
ZV_CASES(data_cases);
ZV_CASES(parameter_cases);
ZV_CASES(type_cases);
ZV_CASES(zone_cases);
#undef ZV_CASES

} // namespace zonevet
