// Which rules are on, and who decided it. The most specific word wins (a rule's name over a family
// or glob over `all` over the profile); on a tie `ignore` wins; the command line wins over the
// configuration.
#pragma once

#include "cli/config.h"

namespace zonevet {

// How closely a word means a rule: 3 its name or id, 2 its family or a glob, 1 `all`.
int closeness(const Selector& selector, const std::vector<Rule>& rules);

// Words of a flag with their rules; a word that means none is a Failure with a suggestion.
Selectors selectors_of(const std::vector<std::string>& words, const std::string& from,
                       const std::vector<Rule>& rules);
// "`x` is no rule, family or glob of one" and "did you mean", for both flags and files.
std::pair<std::string, std::string> no_such_rule(const std::string& word,
                                                 const std::vector<Rule>& rules);

// Sets `enabled` and `set_by` of every rule.
void apply_selection(Settings& settings, const Config& config, const Given& given, Profile profile,
                     const std::string& profile_from, const std::vector<Rule>& rules);
// Sets `level` of every rule, and what else [rules.WORD] says.
void apply_rule_tables(Settings& settings, const Config& config, const Given& given,
                       const std::vector<Rule>& rules);

} // namespace zonevet
