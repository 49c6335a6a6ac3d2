// [limits] of the configuration: how much a zone may be before it is refused. One table feeds the
// reader of the configuration, `config show` and the schema.
#pragma once

#include "config/config.h"

#include <string_view>
#include <vector>

namespace zonevet {

struct Limit {
    std::string_view key;
    std::int64_t least, most;
    std::string_view help;
    bool is_size; // octets, which may be written "64MiB"
    void (*set)(Settings& settings, std::int64_t value);
    std::int64_t (*get)(const Settings& settings);
};

const std::vector<Limit>& all_limits();

} // namespace zonevet
