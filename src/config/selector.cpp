// What a word of the user means among the rules, and what to say when it means none.
#include "config/selector.h"

#include "base/failure.h"
#include "lint/settings.h"
#include "text/source.h"

namespace zonevet {

int closeness(const Selector& selector, const std::vector<Rule>& rules)
{
    if (selector.word == "all")
        return 1;
    for (std::size_t rule : selector.rules)
        if (rules[rule].name == selector.word || rules[rule].id == selector.word)
            return 3;
    return 2;
}

std::pair<std::string, std::string> no_such_rule(const std::string& word, const std::vector<Rule>& rules)
{
    if (word.find_first_of("*?") != std::string::npos)
        return {fmt::format("no rule matches `{}`", defused(word)), "`zonevet rules` lists them"};
    std::string near = nearest_rule_word(word, rules);
    return {fmt::format("there is no rule `{}`", defused(word)),
            near.empty() ? "`zonevet rules` lists them" : fmt::format("did you mean `{}`?", near)};
}

Selectors selectors_of(const std::vector<std::string>& words, const std::string& from, const std::vector<Rule>& rules)
{
    Selectors selectors;
    for (const std::string& word : words) {
        Selector selector{word, from, rules_named(word, rules)};
        if (selector.rules.empty() && word != "all") {
            auto [message, hint] = no_such_rule(word, rules);
            throw Failure("{}: {}\nhelp: {}", from, message, hint);
        }
        selectors.push_back(std::move(selector));
    }
    return selectors;
}

} // namespace zonevet
