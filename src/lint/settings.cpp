// The settings before any configuration, and how a word of the user finds rules.
#include "lint/settings.h"

#include "base/ascii.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet {

namespace {

OptionValue default_value(const Option& option)
{
    OptionValue value;
    value.number = option.number;
    if (option.kind != Option::Kind::list)
        return value;
    std::string_view rest = option.list;
    while (true) {
        std::size_t begin = rest.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            break;
        std::size_t end = std::min(rest.find(' ', begin), rest.size());
        value.list.push_back(in_lower_case(rest.substr(begin, end - begin)));
        rest = rest.substr(end);
    }
    return value;
}

} // namespace

Settings Settings::of_profile(Profile profile, const std::vector<Rule>& rules)
{
    Settings settings;
    settings.rules.reserve(rules.size());
    for (const Rule& rule : rules) {
        RuleSetting& setting = settings.rules.emplace_back();
        setting.enabled = rule.profile <= profile;
        setting.level = rule.level;
        setting.set_by = fmt::format("profile {}", profile_text(profile));
        for (const Option& option : rule.options)
            setting.options.push_back(default_value(option));
    }
    return settings;
}

void declare_servers(Settings& settings, Servers servers, const std::string& from, const std::vector<Rule>& rules)
{
    settings.servers = servers;
    if (servers.empty())
        return;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].family != portability_family)
            continue;
        Reading::Kind worst = Reading::Kind::as_we;
        for (const PortabilitySection& section : portability_sections())
            for (const PortabilityCase& one : section.cases)
                if (one.rule == rules[i].name)
                    worst = std::max(worst, one.worst(servers));
        settings.rules[i].enabled = worst != Reading::Kind::as_we;
        settings.rules[i].set_by = from;
        if (settings.rules[i].enabled)
            settings.rules[i].level = level_of_reading(worst);
    }
}

std::vector<std::size_t> rules_named(std::string_view word, const std::vector<Rule>& rules)
{
    std::vector<std::size_t> found;
    bool glob = word.find_first_of("*?") != std::string_view::npos;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i].name == word || (!rules[i].id.empty() && rules[i].id == word) || rules[i].family == word ||
            word == "all" || (glob && glob_match(word, rules[i].name)))
            found.push_back(i);
    return found;
}

std::string nearest_rule_word(std::string_view word, const std::vector<Rule>& rules)
{
    std::vector<std::string_view> words{"all"};
    for (const Rule& rule : rules) {
        words.push_back(rule.name);
        if (!rule.id.empty())
            words.push_back(rule.id);
        if (words.end() == std::find(words.begin(), words.end(), rule.family))
            words.push_back(rule.family);
    }
    auto limit = static_cast<unsigned>(std::min<std::size_t>(3, word.size() / 3 + 1));
    return std::string(nearest(word, words, limit));
}

} // namespace zonevet
