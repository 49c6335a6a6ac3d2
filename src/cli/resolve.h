// Flags, configuration and defaults put together: what a run looks at, and how it judges.
#pragma once

#include "cli/options.h"
#include "config/config.h"
#include "input/wanted.h"
#include "lint/settings.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zonevet {

// What a run does: the settings of the engine and what only the command needs.
struct Effective {
    Settings settings;
    Set<Profile> profile;
    std::optional<Level> fail_on = Level::error;
    std::string fail_on_from = "default";
    std::int64_t max_warnings = -1;
    std::string max_warnings_from = "default";
};

// Where a configuration is read from.
struct PolicySource {
    const FileTree* tree = nullptr; // null: the disk. It outlives the configuration
    std::string folder;             // where it is looked for, and nowhere above; empty: the working directory
};

// The configuration that the flags mean: --config, --isolated, --set, and a file behind --policy-from.
Config load_config(const Given& given, const PolicySource& source = {});

// Flags over configuration over profile; the most specific word decides.
Effective resolve(const Config& config, const Given& given, const Environment& environment,
                  const std::vector<Rule>& rules = all_rules());

// What to look at. `given` may lack any of the flags.
Wanted wanted_of(const Config& config, const Settings& settings, const Given& given, const Environment& environment);

// What --format names; nothing: it was not given; null: zone files. Throws Failure for a word that is no format.
std::optional<const ChangeFormat*> format_of(const Given& given);

} // namespace zonevet
