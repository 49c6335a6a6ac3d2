// What single words of the command line, the configuration and the rule files mean.
#pragma once

#include "base/day.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// "did you mean `x`?" or nothing.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

// Names of rules, lists, groups and profiles: "sip-federation-port".
bool is_kebab(std::string_view word);

// Numbers of the command line and of the configuration; nothing when they are none.
std::optional<std::int64_t> number_of(std::string_view word);
std::optional<std::int64_t> period_of(std::string_view word); // "1h30m" as seconds

} // namespace zonevet
