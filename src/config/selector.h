// Words that stand for rules, in the configuration and in flags.
#pragma once

#include "lint/rule.h"

#include <string>
#include <utility>
#include <vector>

namespace zonevet {

// A word that stands for rules: a name, a family, a glob or "all".
struct Selector {
    std::string word;
    std::string from;
    std::vector<std::size_t> rules;
};
using Selectors = std::vector<Selector>;

// How closely a word means a rule: 3 its name or id, 2 its family or a glob, 1 `all`.
int closeness(const Selector& selector, const std::vector<Rule>& rules);

// Words of a flag with their rules; a word that means none is a Failure with a suggestion.
Selectors selectors_of(const std::vector<std::string>& words, const std::string& from, const std::vector<Rule>& rules);
// "`x` is no rule, family or glob of one" and "did you mean", for both flags and files.
std::pair<std::string, std::string> no_such_rule(const std::string& word, const std::vector<Rule>& rules);

} // namespace zonevet
