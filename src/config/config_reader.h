// What the sections of the configuration need beside the strict reader of TOML. Only
// src/config/config_*.cpp include this, and with it toml++.
#pragma once

#include "config/config.h"
#include "toml/reader.h"

namespace zonevet {

namespace policy {
class Loader;
}

// `rules` are always those that words of the configuration may name.

// Rules that a word means; a word that means none is a mistake.
Selector selector_at(ConfigText& text, const std::string& word, const toml::source_region& at,
                     const std::vector<Rule>& rules);

// A list of names, families and globs of rules.
void read_selectors(ConfigTable& table, std::string_view key, Set<Selectors>& to, const std::vector<Rule>& rules);

// [rules.WORD] and [override.rules.WORD]; with `reserved` only severity is known besides options.
std::vector<RuleTable> read_rule_tables(ConfigTable& tables, bool in_override, const std::vector<Rule>& rules);
// [[suppress]]
void read_suppression(ConfigTable& table, Config& config, const std::vector<Rule>& rules);

// `required-version`, before anything else: an older program may not know the rest.
void read_version(ConfigTable& table);
// Everything but what a file extends and its rules; names the keys that nobody knows.
void read_sections(ConfigTable& table, Config& config, const policy::Loader& loader, const std::vector<Rule>& rules);

} // namespace zonevet
