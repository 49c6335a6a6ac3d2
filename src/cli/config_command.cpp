// `config show` and `config validate`: what is in force, and where each part of it comes from.
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/resolve.h"
#include "config/limits.h"
#include "config/schema.h"
#include "text/source.h"

namespace zonevet {

namespace {

// One line of TOML with its origin as a comment.
std::string line(std::string_view key, const std::string& value, const std::string& from)
{
    return fmt::format("{:<48}  # {}\n", fmt::format("{} = {}", key, value), from.empty() ? "default" : from);
}

std::string toml_list(const std::vector<PathGlob>& globs)
{
    std::string out;
    for (const PathGlob& glob : globs)
        out += fmt::format("{}{}", out.empty() ? "" : ", ", toml_text(glob.glob));
    return fmt::format("[{}]", out);
}

std::string toml_list(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words)
        out += fmt::format("{}{}", out.empty() ? "" : ", ", toml_text(word));
    return fmt::format("[{}]", out);
}

std::string option_value(const Option& option, const OptionValue& value)
{
    switch (option.kind) {
    case Option::Kind::flag:
        return value.number != 0 ? "true" : "false";
    case Option::Kind::list:
        return toml_list(value.list);
    default:
        return fmt::format("{}", value.number);
    }
}

bool is_default(const Option& option, const OptionValue& value, const OptionValue& initial)
{
    return option.kind == Option::Kind::list ? value.list == initial.list : value.number == initial.number;
}

std::string rules_part(const Settings& settings)
{
    std::string text = "\n[rules]\n";
    const std::vector<Rule>& rules = settings.catalogue();
    Settings initial = Settings::of_profile(Profile::recommended, rules);
    for (std::size_t i = 0; i < settings.rules.size(); ++i) {
        const Rule& rule = rules[i];
        const RuleSetting& setting = settings.rules[i];
        text += setting.enabled
                    ? line(fmt::format("{}.severity", rule.name), toml_text(level_text(setting.level)), setting.set_by)
                    : fmt::format("# {} is off: {}\n", rule.name, setting.set_by);
        if (!setting.suppressible)
            text += fmt::format("{}.suppressible = false\n", rule.name);
        for (std::size_t o = 0; o < rule.options.size(); ++o)
            if (!is_default(rule.options[o], setting.options[o], initial.rules[i].options[o]))
                text += fmt::format("{}.{} = {}\n", rule.name, rule.options[o].name,
                                    option_value(rule.options[o], setting.options[o]));
    }
    return text;
}

std::string level_or(const std::optional<Level>& level, std::string_view none)
{
    return toml_text(level ? level_text(*level) : none);
}

std::string shown(const Config& config, const Effective& effective)
{
    const Settings& settings = effective.settings;
    std::string text;
    if (config.files_read.empty())
        text += "# no configuration file\n";
    for (const std::string& file : config.files_read)
        text += fmt::format("# read: {}\n", defused(file));
    text += line("profile", toml_text(profile_text(*effective.profile)), effective.profile.from);
    if (config.profiles)
        text += line("profiles", toml_list(*config.profiles), config.profiles.from);
    if (config.servers) {
        std::vector<std::string> words;
        for (Server server : all_servers)
            if ((*config.servers).has(server))
                words.emplace_back(server_word(server));
        text += line("servers", toml_list(words), config.servers.from);
    }
    text += "\n[files]\n";
    if (config.include)
        text += line("include", toml_list(*config.include), config.include.from);
    if (config.exclude)
        text += line("exclude", toml_list(*config.exclude), config.exclude.from);
    text += line("force-exclude", config.force_exclude && *config.force_exclude ? "true" : "false",
                 config.force_exclude.from);
    text += line("max-file-size", fmt::format("{}", settings.max_file_size), config.max_file_size.from);
    if (config.placeholders)
        text += line("placeholders", toml_list(*config.placeholders), config.placeholders.from);
    if (config.server_configs)
        text += line("server-config", toml_list(*config.server_configs), config.server_configs.from);
    text += "\n[limits]\n";
    for (const Limit& limit : all_limits()) {
        std::string from;
        for (const auto& [key, value] : config.limits)
            if (key == limit.key)
                from = value.from;
        text += line(limit.key, fmt::format("{}", limit.get(settings)), from);
    }
    text += "\n[lint]\n";
    text += line("fail-on", level_or(effective.fail_on, "never"), effective.fail_on_from);
    text += line("max-warnings", fmt::format("{}", effective.max_warnings), effective.max_warnings_from);
    text += line("min-confidence", toml_text(confidence_text(settings.min_confidence)), config.min_confidence.from);
    text += "\n[suppressions]\n";
    text += line("require-reason", settings.require_reason ? "true" : "false", config.require_reason.from);
    text += line("require-until", settings.require_until ? "true" : "false", config.require_until.from);
    text += line("max-days", fmt::format("{}", settings.max_days), config.max_days.from);
    text += line("report-unused", level_or(settings.report_unused, "off"), config.report_unused.from);
    for (const ZoneTable& table : config.zones)
        text +=
            fmt::format("\n[[zone]]\nname = {}\nfile = {}\n{}", toml_text(table.zone.name), toml_text(table.zone.file),
                        table.profiles ? fmt::format("profiles = {}\n", toml_list(*table.profiles)) : "");
    if (!settings.overrides.empty() || !settings.suppressions.empty())
        text += fmt::format("\n# {} overrides, {} configured suppressions\n", settings.overrides.size(),
                            settings.suppressions.size());
    return text + rules_part(settings);
}

} // namespace

int run_config(const Call& call)
{
    const std::vector<std::string>& words = call.given.words();
    if (!words.empty() && words[0] == "init")
        return init_config(call);
    if (words.size() != 1 || (words[0] != "show" && words[0] != "validate" && words[0] != "schema")) {
        std::string hint = words.empty() ? "" : suggestion(words[0], {"init", "show", "validate", "schema"});
        throw Failure("`zonevet config` is followed by init, show, validate or schema{}{}",
                      hint.empty() ? "" : "\nhelp: ", hint);
    }
    if (words[0] == "schema") {
        call.out(config_schema(all_rules()));
        return 0;
    }
    Config config = load_config(call.given);
    Effective effective = resolve(config, call.given, call.environment);
    if (words[0] == "show") {
        call.out(shown(config, effective));
    } else if (config.files_read.empty()) {
        throw Failure("there is no configuration to validate\nhelp: zonevet.toml or .zonevet.toml is "
                      "looked for from here up to the root of the git repository");
    } else {
        for (const std::string& file : config.files_read)
            call.out(fmt::format("{}: valid\n", shown_path(file)));
    }
    return 0;
}

} // namespace zonevet
