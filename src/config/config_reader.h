// What the sections of the configuration need beside the strict reader of TOML. Only
// src/cli/config_*.cpp include this, and with it toml++.
#pragma once

#include "config/config.h"
#include "toml/reader.h"

namespace zonevet {

namespace policy {
class Loader;
}

// Rules that a word in the configuration means; a word that means none is a mistake.
Selector selector_at(ConfigText& text, const std::string& word, const toml::source_region& at);

// A list of names, families and globs of rules.
void read_selectors(ConfigTable& table, std::string_view key, Set<Selectors>& to);

// [rules.WORD] and [override.rules.WORD]; with `reserved` only severity is known besides options.
std::vector<RuleTable> read_rule_tables(ConfigTable& rules, bool in_override);
// [[suppress]]
void read_suppression(ConfigTable& table, Config& config);

// `required-version`, before anything else: an older program may not know the rest.
void read_version(ConfigTable& table);
// Everything but what a file extends and its rules; names the keys that nobody knows.
void read_sections(ConfigTable& table, Config& config, const policy::Loader& loader);

} // namespace zonevet
