// `explain`, `rules`, `version`, `help`: what the program says about itself.
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/resolve.h"
#include "cli/selection.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet {

namespace {

// What the page of a rule cannot know: how it stands in this configuration.
std::string standing(const Rule& rule, const RuleSetting& setting)
{
    std::string text = fmt::format("\nHere\n  {}: {}\n", setting.enabled ? "on" : "off", defused(setting.set_by));
    text += fmt::format("  {}: {}\n", level_text(setting.level),
                        setting.level_from.empty() ? "the rule's own level" : defused(setting.level_from));
    if (!rule.defined_at.empty())
        text += fmt::format("  defined at {}\n", defused(rule.defined_at));
    return text;
}

} // namespace

int run_explain(const Call& call)
{
    if (call.given.words().empty())
        throw Failure("explain which rule?\nhelp: `zonevet rules` lists them");
    Config config = load_config(call.given);
    Effective effective = resolve(config, call.given, call.environment);
    const std::vector<Rule>& rules = effective.settings.catalogue();
    bool first = true;
    for (const std::string& word : call.given.words()) {
        std::vector<std::size_t> found = rules_named(word, rules);
        if (found.empty()) {
            auto [message, hint] = no_such_rule(word, rules);
            throw Failure("{}\nhelp: {}", message, hint);
        }
        for (std::size_t rule : found) {
            if (!first)
                call.out("\n\n");
            call.out(rule_page_text(rules[rule]));
            call.out(standing(rules[rule], effective.settings.rules[rule]));
            first = false;
        }
    }
    return 0;
}

int run_rules(const Call& call)
{
    Config config = load_config(call.given);
    Effective effective = resolve(config, call.given, call.environment);
    const std::vector<Rule>& rules = effective.settings.catalogue();
    std::vector<bool> wanted(rules.size(), call.given.words().empty());
    for (const Selector& selector : selectors_of(call.given.words(), "rules", rules))
        for (std::size_t rule : selector.rules)
            wanted[rule] = true;

    std::size_t name_width = 4, family_width = 6;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!wanted[i])
            continue;
        name_width = std::max(name_width, rules[i].name.size());
        family_width = std::max(family_width, rules[i].family.size());
    }
    std::size_t on = 0, listed = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!wanted[i])
            continue;
        const RuleSetting& setting = effective.settings.rules[i];
        ++listed;
        on += setting.enabled ? 1 : 0;
        call.out(fmt::format(
            "{:<{}}  {:<{}}  {:<7}  {:<11}  {:<3}  {}\n", rules[i].name, name_width, rules[i].family, family_width,
            level_text(setting.level), profile_text(rules[i].profile), setting.enabled ? "on" : "off",
            setting.level_from.empty() ? setting.set_by
                                       : fmt::format("{}, level {}", setting.set_by, setting.level_from)));
    }
    call.out(fmt::format("{} of {} rules are on.\n", on, listed));
    return 0;
}

int run_version(const Call& call)
{
    call.out(fmt::format("zonevet {}\n", version()));
    return 0;
}

int run_help(const Call& call)
{
    if (call.given.words().empty()) {
        call.out(help_page());
        return 0;
    }
    const std::string& word = call.given.words().front();
    std::vector<std::string_view> names;
    for (const Command& command : commands()) {
        if (command.name == word) {
            call.out(help_page(command));
            return 0;
        }
        names.push_back(command.name);
    }
    if (find_rule(word) != nullptr)
        throw Failure("`{}` is a rule, not a command\nhelp: zonevet explain {}", word, word);
    std::string hint = suggestion(word, names);
    throw Failure("unknown command `{}`\nhelp: {}", defused(word),
                  hint.empty() ? "`zonevet help` lists the commands" : hint);
}

} // namespace zonevet
