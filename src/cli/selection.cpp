// Users fight over selection, so it is one small function per step and says who decided.
#include "cli/selection.h"

#include "base/failure.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet {

namespace {

// The closest word that means a rule, per rule.
struct Closest {
    std::vector<int> closeness;
    std::vector<std::string> from;

    explicit Closest(std::size_t rules) : closeness(rules, 0), from(rules) {}
    void add(const Selectors& selectors, const std::vector<Rule>& rules)
    {
        for (const Selector& selector : selectors) {
            int close = zonevet::closeness(selector, rules);
            for (std::size_t rule : selector.rules) {
                if (close < closeness[rule])
                    continue;
                closeness[rule] = close;
                from[rule] = selector.from;
            }
        }
    }
};

struct Layer {
    const Selectors* select = nullptr; // nothing: it does not replace what was there
    const Selectors* extend_select = nullptr;
    const Selectors* ignore = nullptr;
    std::string select_from;
};

void apply_layer(std::vector<RuleSetting>& settings, const Layer& layer, const std::vector<Rule>& rules)
{
    Closest chosen(rules.size()), ignored(rules.size());
    for (const Selectors* selectors : {layer.select, layer.extend_select})
        if (selectors != nullptr)
            chosen.add(*selectors, rules);
    if (layer.ignore != nullptr)
        ignored.add(*layer.ignore, rules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        RuleSetting& setting = settings[i];
        if (layer.select != nullptr) {
            setting.enabled = false;
            setting.set_by = layer.select_from;
        }
        if (chosen.closeness[i] > ignored.closeness[i]) {
            setting.enabled = true;
            setting.set_by = chosen.from[i];
        } else if (ignored.closeness[i] > 0) {
            setting.enabled = false;
            setting.set_by = ignored.from[i];
        }
    }
}

} // namespace

void apply_selection(Settings& settings, const Config& config, const Given& given, Profile profile,
                     const std::string& profile_from, const std::vector<Rule>& rules)
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        settings.rules[i].enabled = rules[i].profile <= profile;
        settings.rules[i].set_by = rules[i].family == policy::own_family && rules[i].profile == Profile::core
                                       ? std::string(rules[i].defined_at)
                                   : profile_from.empty()
                                       ? fmt::format("profile {}", profile_text(profile))
                                       : fmt::format("profile {} ({})", profile_text(profile), profile_from);
    }
    declare_servers(settings, config.servers ? *config.servers : Servers(),
                    fmt::format("servers ({})", config.servers.from), rules);
    Layer file;
    // A profile or selection of the command line replaces what the file selects.
    if (config.select && !given.has("--profile")) {
        file.select = &*config.select;
        file.select_from = config.select.from;
    }
    if (config.extend_select)
        file.extend_select = &*config.extend_select;
    if (config.ignore)
        file.ignore = &*config.ignore;
    if (!given.has("--select"))
        apply_layer(settings.rules, file, rules);

    auto of_flag = [&](std::string_view flag) { return selectors_of(given.list(flag), given.name_of(flag), rules); };
    Selectors select = of_flag("--select");
    Selectors extend_select = of_flag("--extend-select");
    Selectors ignore = of_flag("--ignore");
    Layer flags;
    if (given.has("--select"))
        flags.select = &select;
    flags.select_from = given.name_of("--select");
    flags.extend_select = &extend_select;
    flags.ignore = &ignore;
    apply_layer(settings.rules, flags, rules);
}

void apply_rule_tables(Settings& settings, const Config& config, const Given& given, const std::vector<Rule>& rules)
{
    std::vector<int> level_by(rules.size(), 0), suppressible_by(rules.size(), 0);
    auto set_level = [&](const Selector& selector, Level level) {
        int close = closeness(selector, rules);
        for (std::size_t rule : selector.rules) {
            if (close < level_by[rule])
                continue;
            level_by[rule] = close;
            settings.rules[rule].level = level;
            settings.rules[rule].level_from = selector.from;
        }
    };
    for (const RuleTable& table : config.rules) {
        if (table.level)
            set_level(table.selector, *table.level);
        int close = closeness(table.selector, rules);
        for (std::size_t rule : table.selector.rules) {
            if (table.suppressible && close >= suppressible_by[rule]) {
                suppressible_by[rule] = close;
                settings.rules[rule].suppressible = *table.suppressible;
            }
            for (const auto& [option, value] : table.options)
                settings.rules[rule].options[option] = value;
        }
    }
    std::fill(level_by.begin(), level_by.end(), 0);
    std::string flag = given.name_of("--severity");
    for (const std::string& pair : given.list("--severity")) {
        std::size_t equals = pair.find('=');
        if (equals == std::string::npos)
            throw Failure("{} wants RULE=LEVEL, not `{}`\nhelp: for example {} target-missing=warning", flag,
                          defused(pair), flag);
        std::string word = pair.substr(equals + 1);
        std::optional<Level> level = level_of(word);
        if (!level) {
            std::string hint = word == "off" ? fmt::format("to switch it off: --ignore {}", pair.substr(0, equals))
                                             : suggestion(word, {"error", "warning", "info"});
            throw Failure("{}: `{}` is no level: error, warning or info{}{}", flag, defused(word),
                          hint.empty() ? "" : "\nhelp: ", hint);
        }
        set_level(selectors_of({pair.substr(0, equals)}, flag, rules)[0], *level);
    }
}

} // namespace zonevet
