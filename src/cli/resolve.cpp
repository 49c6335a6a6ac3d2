// Puts flags, configuration and defaults together.
#include "cli/resolve.h"

#include "base/failure.h"
#include "cli/selection.h"
#include "config/limits.h"
#include "formats/formats.h"
#include "text/source.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace zonevet {

namespace {

std::int64_t count_of(const Given& given, std::string_view flag, std::int64_t most)
{
    std::optional<std::int64_t> number = number_of(given.last(flag));
    if (!number || *number < 0 || *number > most)
        throw Failure("{} wants a number from 0 to {}, not `{}`", given.name_of(flag), most, defused(given.last(flag)));
    return *number;
}

// One of a few words; `find` says what it means.
template <class Find>
auto choice(const Given& given, std::string_view flag, const std::vector<std::string_view>& words, Find&& find)
{
    std::string word = given.last(flag);
    auto found = find(word);
    if (!found) {
        std::string list;
        for (std::string_view each : words)
            list += fmt::format("{}{}", list.empty() ? "" : each == words.back() ? " or " : ", ", each);
        std::string hint = suggestion(word, words);
        throw Failure("{} is {}, not `{}`{}{}", given.name_of(flag), list, defused(word),
                      hint.empty() ? "" : "\nhelp: ", hint);
    }
    return *found;
}

std::int64_t today_of(const Given& given, const Environment& environment)
{
    if (given.has("--today")) {
        std::optional<std::int64_t> day = day_of(given.last("--today"));
        if (!day)
            throw Failure("{} wants a date like 2026-12-31, not `{}`", given.name_of("--today"),
                          defused(given.last("--today")));
        return *day;
    }
    constexpr std::int64_t seconds_of_a_day = 86400;
    // https://reproducible-builds.org/specs/source-date-epoch/
    if (std::optional<std::string> epoch = environment.variable("SOURCE_DATE_EPOCH"); epoch && !epoch->empty()) {
        std::optional<std::int64_t> seconds = number_of(*epoch);
        if (!seconds || *seconds < 0)
            throw Failure("SOURCE_DATE_EPOCH wants seconds since 1970, not `{}`", defused(*epoch));
        return *seconds / seconds_of_a_day;
    }
    auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count() / seconds_of_a_day;
}

// "never" and "off" mean no level.
std::optional<std::optional<Level>> level_or(std::string_view word, std::string_view none)
{
    if (word == none)
        return std::optional<Level>{};
    std::optional<Level> level = level_of(word);
    return level ? std::optional<std::optional<Level>>(level) : std::nullopt;
}

void apply_override(Settings& settings, const OverrideTable& table, const std::string& folder)
{
    Override override;
    override.profiles = table.profiles;
    override.zones = table.zones;
    for (const PathGlob& glob : table.files)
        for (std::string& seen : globs_seen_from(glob, folder))
            override.files.push_back(std::move(seen));
    // Files none of which can be seen from here: it applies to nothing.
    if (!table.files.empty() && override.files.empty())
        return;
    for (const Selector& selector : table.ignore)
        override.ignore.insert(override.ignore.end(), selector.rules.begin(), selector.rules.end());
    for (const RuleTable& rule : table.rules) {
        for (std::size_t index : rule.selector.rules) {
            if (rule.level)
                override.levels.emplace_back(index, *rule.level);
            if (rule.options.empty())
                continue;
            std::vector<OptionValue> values = settings.rules[index].options;
            for (const auto& [option, value] : rule.options)
                values[option] = value;
            override.options.emplace_back(index, std::move(values));
        }
    }
    settings.overrides.push_back(std::move(override));
}

void apply_limits(Effective& effective, const Config& config, const Given& given)
{
    if (config.fail_on) {
        effective.fail_on = *config.fail_on;
        effective.fail_on_from = config.fail_on.from;
    }
    if (given.has("--fail-on")) {
        effective.fail_on = choice(given, "--fail-on", {"error", "warning", "info", "never"},
                                   [](std::string_view word) { return level_or(word, "never"); });
        effective.fail_on_from = given.name_of("--fail-on");
    }
    if (config.max_warnings) {
        effective.max_warnings = *config.max_warnings;
        effective.max_warnings_from = config.max_warnings.from;
    }
    if (given.has("--max-warnings")) {
        effective.max_warnings = count_of(given, "--max-warnings", 1'000'000'000);
        effective.max_warnings_from = given.name_of("--max-warnings");
    }
    Settings& settings = effective.settings;
    if (config.min_confidence)
        settings.min_confidence = *config.min_confidence;
    if (given.has("--min-confidence"))
        settings.min_confidence = choice(given, "--min-confidence", {"low", "medium", "high"}, confidence_of);
    if (config.max_file_size)
        settings.max_file_size = static_cast<std::uint64_t>(*config.max_file_size);
    if (config.placeholders && !(*config.placeholders).empty())
        settings.placeholders = std::make_shared<Placeholders>(*config.placeholders);
    for (const auto& [key, value] : config.limits)
        for (const Limit& limit : all_limits())
            if (limit.key == key)
                limit.set(settings, *value);
    if (given.has("--jobs"))
        settings.jobs = static_cast<unsigned>(count_of(given, "--jobs", 1024));
}

void apply_suppressions(Settings& settings, const Config& config, const Given& given)
{
    settings.use_suppressions = !given.is_on("--no-suppressions");
    settings.suppressions = config.suppressions;
    settings.only_former_comments = config.only_former_comments && *config.only_former_comments;
    if (config.require_reason)
        settings.require_reason = *config.require_reason;
    if (config.require_until)
        settings.require_until = *config.require_until;
    if (config.max_days)
        settings.max_days = static_cast<int>(*config.max_days);
    if (config.report_unused)
        settings.report_unused = *config.report_unused;
    if (given.has("--report-unused-suppressions"))
        settings.report_unused = choice(given, "--report-unused-suppressions", {"error", "warning", "info", "off"},
                                        [](std::string_view word) { return level_or(word, "off"); });
}

// Rules for profiles that no zone has run nowhere.
void switch_off_without_profile(Settings& settings, const std::vector<Rule>& rules)
{
    std::vector<std::string> used = settings.profiles;
    for (const Override& override : settings.overrides)
        if (override.profiles)
            used.insert(used.end(), override.profiles->begin(), override.profiles->end());
    for (const ConfiguredZone& zone : settings.zones)
        if (zone.profiles)
            used.insert(used.end(), zone.profiles->begin(), zone.profiles->end());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        std::span<const std::string_view> wanted = rules[i].scope.profiles;
        bool has = wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](std::string_view each) {
                       return std::find(used.begin(), used.end(), each) != used.end();
                   });
        if (has || !settings.rules[i].enabled)
            continue;
        settings.rules[i].enabled = false;
        settings.rules[i].set_by = fmt::format("no zone has profile {}", fmt::join(wanted, " or "));
    }
}

// [review] is a shorter way to write options of rules about changes.
void apply_review(Settings& settings, const Config& config, const std::vector<Rule>& rules)
{
    auto apply = [&](std::string_view name, std::string_view option, const OptionValue& value) {
        for (std::size_t rule : rules_named(std::string(name), rules))
            for (std::size_t i = 0; i < rules[rule].options.size(); ++i)
                if (rules[rule].options[i].name == option)
                    settings.rules[rule].options[i] = value;
    };
    if (config.serial)
        for (std::string_view rule : {"serial-not-raised", "serial-lowered", "serial-collides"})
            apply(rule, "policy", {0, {*config.serial}});
    constexpr std::int64_t usual_min_before = 20;
    auto limit = [&](std::string_view rule, const Set<std::int64_t>& percent) {
        if (percent) { // whoever states a part wants it to be judged, be it one record
            apply(rule, "max-percent", {*percent, {}});
            apply(rule, "at-least", {1, {}});
        }
        if (percent || config.min_before)
            apply(rule, "min-before", {config.min_before ? *config.min_before : usual_min_before, {}});
    };
    limit("records-removed-many", config.max_removed_percent);
    limit("records-changed-many", config.max_modified_percent);
    if (config.freeze)
        apply("change-in-freeze", "periods", {0, *config.freeze});
}

} // namespace

Effective resolve(const Config& config, const Given& given, const Environment& environment,
                  const std::vector<Rule>& known)
{
    const std::vector<Rule>& rules = config.own_catalogue != nullptr ? *config.own_catalogue : known;
    Effective effective;
    effective.profile = config.profile;
    if (!effective.profile)
        effective.profile = {Profile::recommended, ""};
    if (given.has("--profile"))
        effective.profile = {choice(given, "--profile", {"core", "recommended", "strict"}, profile_of),
                             given.name_of("--profile")};

    Settings& settings = effective.settings;
    settings = Settings::of_profile(*effective.profile, rules);
    settings.own_catalogue = config.own_catalogue;
    if (config.profiles)
        settings.profiles = *config.profiles;
    apply_selection(settings, config, given, *effective.profile, effective.profile.from, rules);
    apply_review(settings, config, rules);
    apply_rule_tables(settings, config, given, rules);
    std::string folder = working_directory();
    for (const OverrideTable& table : config.overrides)
        apply_override(settings, table, folder);
    apply_limits(effective, config, given);
    apply_suppressions(settings, config, given);
    for (const ZoneTable& table : config.zones)
        settings.zones.push_back({table.zone.name, table.profiles});
    switch_off_without_profile(settings, rules);
    settings.today = today_of(given, environment);
    return effective;
}

Config load_config(const Given& given, const PolicySource& from)
{
    if (given.has("--config") && given.is_on("--isolated"))
        throw Failure("{} and {} do not go together", given.name_of("--config"), given.name_of("--isolated"));
    ConfigSource source;
    if (given.has("--config"))
        source.path = given.last("--config");
    source.isolated = given.is_on("--isolated");
    source.tree = from.tree;
    source.folder = from.folder;
    if (std::string word = given.last("--policy-from"); !word.empty() && word != "new" && word != "base") {
        source.path = word;
        source.tree = nullptr; // the file as it lies there
    }
    source.extends_from = given.all("--extends-from");
    source.set = given.all("--set");
    source.set_from = given.name_of("--set");
    return load_config(source);
}

namespace {

std::vector<std::string> listed_paths(const std::string& file, const Environment& environment)
{
    Bytes bytes = file == "-" ? Bytes::of_stream(environment.standard_input, "standard input") : Bytes::of_file(file);
    std::string_view text = bytes.view();
    char separator = text.find('\0') == std::string_view::npos ? '\n' : '\0';
    std::vector<std::string> paths;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(separator), text.size());
        std::string_view line = text.substr(0, end);
        if (separator == '\n' && line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty())
            paths.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

// The name of the zone by the flag of either spelling.
std::optional<OwnedName> zone_of(const Given& given, std::string_view flag)
{
    std::string word = given.last(flag);
    if (word.empty())
        return {};
    OwnedName name;
    if (!to_name(word, name))
        throw Failure("{}: `{}` is not a zone name", given.name_of(flag), defused(word));
    return name;
}

} // namespace

std::optional<const ChangeFormat*> format_of(const Given& given)
{
    if (!given.has("--format"))
        return {};
    std::string word = given.last("--format"), list;
    const ChangeFormat* format = format_called(word);
    if (format == nullptr && word != "zone") {
        for (const ChangeFormat& each : change_formats())
            list += fmt::format(", {}", each.word);
        throw Failure("{}: `{}` is no format\nhelp: zone{}", given.name_of("--format"), defused(word), list);
    }
    return format;
}

Wanted wanted_of(const Config& config, const Settings& settings, const Given& given, const Environment& environment)
{
    Wanted wanted;
    if (!given.words().empty() || given.has("--files-from"))
        wanted.paths = given.words();
    if (given.has("--files-from"))
        for (std::string& path : listed_paths(given.last("--files-from"), environment))
            wanted.paths->push_back(std::move(path));
    if (config.include)
        wanted.include = *config.include;
    if (config.exclude)
        wanted.exclude = *config.exclude;
    wanted.force_exclude =
        given.has("--force-exclude") ? given.is_on("--force-exclude") : config.force_exclude && *config.force_exclude;
    wanted.zone = zone_of(given, given.has("--origin") || given.has("--apply") ? "--origin" : "--zone");
    if (std::optional<const ChangeFormat*> format = format_of(given)) {
        wanted.is_asked = true;
        wanted.format = *format;
    }
    for (const ZoneTable& table : config.zones)
        wanted.zones.push_back(table.zone);
    if (config.server_configs)
        wanted.server_configs = *config.server_configs;
    wanted.placeholders = settings.placeholders;
    wanted.max_file_size = settings.max_file_size;
    wanted.max_files = settings.max_files;
    wanted.standard_input = environment.standard_input;
    if (given.has("--stdin-filename"))
        wanted.standard_input_name = given.last("--stdin-filename");
    return wanted;
}

} // namespace zonevet
