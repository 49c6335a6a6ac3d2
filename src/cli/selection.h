// Which rules are on, and who decided it. The most specific word wins (a rule's name over a family
// or glob over `all` over the profile); on a tie `ignore` wins; the command line wins over the
// configuration.
#pragma once

#include "cli/options.h"
#include "config/config.h"

namespace zonevet {

// Sets `enabled` and `set_by` of every rule.
void apply_selection(Settings& settings, const Config& config, const Given& given, Profile profile,
                     const std::string& profile_from, const std::vector<Rule>& rules);
// Sets `level` of every rule, and what else [rules.WORD] says.
void apply_rule_tables(Settings& settings, const Config& config, const Given& given, const std::vector<Rule>& rules);

} // namespace zonevet
