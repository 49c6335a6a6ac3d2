// The JSON Schema of the configuration.
#pragma once

#include "lint/rule.h"

#include <string>
#include <vector>

namespace zonevet {

std::string config_schema(const std::vector<Rule>& rules);

} // namespace zonevet
