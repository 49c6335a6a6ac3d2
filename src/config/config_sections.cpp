// The tables of zonevet.toml, one function each.
#include "config/config_reader.h"

#include "base/version.h"

#include "config/limits.h"
#include "config/selector.h"
#include "policy/load.h"
#include "report/report.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

// "64MiB", "1G", or octets.
std::optional<std::int64_t> size_of(std::string_view word)
{
    std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    std::optional<std::int64_t> number = number_of(word.substr(0, digits));
    std::string_view unit = word.substr(digits);
    if (!number || *number < 0)
        return {};
    int shift = unit.empty()                                   ? 0
                : unit == "K" || unit == "KiB" || unit == "kB" ? 10
                : unit == "M" || unit == "MiB" || unit == "MB" ? 20
                : unit == "G" || unit == "GiB" || unit == "GB" ? 30
                                                               : -1;
    if (shift < 0 || *number > (std::int64_t{1} << 40) >> shift)
        return {};
    return *number << shift;
}

// "0.1.0" as three numbers; what is not written is 0.
std::optional<std::array<std::int64_t, 3>> version_of(std::string_view word)
{
    std::array<std::int64_t, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        std::size_t end = std::min(word.find('.'), word.size());
        std::optional<std::int64_t> number = number_of(word.substr(0, end));
        if (!number || *number < 0)
            return {};
        parts[i] = *number;
        if (end == word.size())
            return parts;
        word.remove_prefix(end + 1);
    }
    return {};
}

// ">=1.0,<2" against the version of this program; nothing when it cannot be read.
std::optional<bool> version_fits(std::string_view wanted)
{
    std::array<std::int64_t, 3> here = *version_of(version());
    while (true) {
        std::size_t comma = std::min(wanted.find(','), wanted.size());
        std::string_view part = wanted.substr(0, comma);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        std::size_t digit = std::min(part.find_first_of("0123456789"), part.size());
        std::string_view sign = part.substr(0, digit);
        while (sign.ends_with(' '))
            sign.remove_suffix(1);
        std::optional<std::array<std::int64_t, 3>> there = version_of(part.substr(digit));
        if (!there)
            return {};
        bool fits = sign == ">="   ? here >= *there
                    : sign == ">"  ? here > *there
                    : sign == "<=" ? here <= *there
                    : sign == "<"  ? here < *there
                                   : here == *there;
        if (!sign.empty() && sign != "==" && sign != "=" && sign != ">=" && sign != ">" && sign != "<=" && sign != "<")
            return {};
        if (!fits)
            return false;
        if (comma == wanted.size())
            return true;
        wanted.remove_prefix(comma + 1);
    }
}

void read_globs(ConfigTable& table, std::string_view key, Set<std::vector<PathGlob>>& to)
{
    Set<std::vector<std::string>> list;
    table.read(key, list);
    if (!list)
        return;
    std::vector<PathGlob> globs;
    for (const std::string& glob : *list)
        globs.push_back({glob, table.text().folder()});
    to = {std::move(globs), list.from};
}

void read_size(ConfigTable& table, std::string_view key, Set<std::int64_t>& to)
{
    const toml::node* size = table.find(key);
    if (size == nullptr)
        return;
    std::optional<std::int64_t> octets;
    if (size->is_integer() && size->as_integer()->get() >= 0)
        octets = size->as_integer()->get();
    else if (size->is_string())
        octets = size_of(size->as_string()->get());
    if (octets)
        to = {*octets, table.text().from(size->source())};
    else
        table.text().mistake(size->source(), fmt::format("`{}` is a size like \"64MiB\"", key));
}

void read_server_configs(ConfigTable& table, Config& config)
{
    Set<std::vector<std::string>> list;
    table.read("server-config", list);
    if (!list)
        return;
    const toml::node* node = table.find("server-config");
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < list.value->size(); ++i) {
        const std::string& name = list.value->at(i);
        std::string path = (fs::path(table.text().folder()) / name).lexically_normal().string();
        if (fs::is_regular_file(path))
            paths.push_back(path);
        else
            table.text().mistake(node->is_array() ? node->as_array()->get(i)->source() : node->source(),
                                 fmt::format("there is no file `{}`", defused(name)),
                                 "the configuration of a name server, named.conf, nsd.conf or knot.conf, that "
                                 "says which zone is in which file");
    }
    config.server_configs = {std::move(paths), list.from};
}

void read_placeholders(ConfigTable& table, Config& config)
{
    table.read("placeholders", config.placeholders);
    if (!config.placeholders)
        return;
    const toml::node* node = table.find("placeholders");
    for (std::size_t i = 0; i < (*config.placeholders).size(); ++i) {
        const std::string& pattern = (*config.placeholders).at(i);
        if (std::string fault = Placeholders::fault(pattern); !fault.empty())
            table.text().mistake(node->is_array() ? node->as_array()->get(i)->source() : node->source(),
                                 fmt::format("`{}` is not a placeholder: {}", defused(pattern), fault),
                                 "write it as it stands in the zone, `*` for what varies: \"@SERIAL@\", \"{{*}}\"");
    }
}

void read_files(ConfigTable& table, Config& config)
{
    read_globs(table, "include", config.include);
    read_globs(table, "exclude", config.exclude);
    table.read("force-exclude", config.force_exclude);
    read_server_configs(table, config);
    read_size(table, "max-file-size", config.max_file_size);
    read_placeholders(table, config);
}

void read_servers(ConfigTable& table, Set<Servers>& to)
{
    Set<std::vector<std::string>> list;
    table.read("servers", list);
    if (!list)
        return;
    const toml::node* node = table.find("servers");
    std::vector<std::string_view> words;
    for (Server server : all_servers)
        words.push_back(server_word(server));
    Servers servers;
    for (std::size_t i = 0; i < list.value->size(); ++i) {
        const std::string& word = list.value->at(i);
        if (std::optional<Server> server = server_of_word(word))
            servers.add(*server);
        else
            table.text().mistake(node->is_array() ? node->as_array()->get(i)->source() : node->source(),
                                 fmt::format("`{}` is no name server that is known here", defused(word)),
                                 suggestion(word, words).empty() ? fmt::format("known are {}", fmt::join(words, ", "))
                                                                 : suggestion(word, words));
    }
    to = {servers, list.from};
}

void read_limits(ConfigTable& table, Config& config)
{
    for (const Limit& limit : all_limits()) {
        Set<std::int64_t> value;
        if (limit.is_size)
            read_size(table, limit.key, value);
        else
            table.read(limit.key, value, limit.least, limit.most);
        if (value)
            config.limits.emplace_back(limit.key, value);
    }
}

// Words that some pack or file declares in [profiles].
void read_profiles(ConfigTable& table, const policy::Loader& loader, Set<std::vector<std::string>>& to)
{
    table.read("profiles", to);
    if (!to)
        return;
    for (const std::string& profile : *to)
        if (!loader.knows_profile(profile))
            table.text().mistake(table.find("profiles")->source(),
                                 fmt::format("there is no profile `{}`", defused(profile)),
                                 loader.profile_hint(profile));
}

void read_zone(ConfigTable& table, Config& config, const policy::Loader& loader)
{
    Set<std::string> name, file;
    table.read("name", name);
    table.read("file", file);
    bool is_pattern = file && file.value->find("%s") != std::string::npos;
    if (!name && is_pattern)
        name = {"%s", file.from};
    if (!name || !file) {
        table.text().mistake(table.region(), "a [[zone]] needs `name` and `file`",
                             "name = \"example.com.\" and file = \"zones/example.com.zone\", or for many zones "
                             "file = \"zones/%s.zone\"");
        return;
    }
    if (is_pattern != (name.value->find("%s") != std::string::npos)) {
        table.text().mistake(table.region(), "`%s` stands in `name` or in `file` alone",
                             "what it stands for in the path takes its place in the name");
        return;
    }
    ZoneTable table_of_zone;
    NamedZone& zone = table_of_zone.zone;
    zone.name = *name;
    zone.place = name.from;
    if (!zone.name.ends_with('.'))
        zone.name += '.';
    zone.file =
        path_seen_from((fs::path(table.text().folder()) / *file).lexically_normal().string(), working_directory());
    Set<std::vector<std::string>> profiles;
    read_profiles(table, loader, profiles);
    table_of_zone.profiles = profiles.value;
    config.zones.push_back(std::move(table_of_zone));
}

void read_lint(ConfigTable& table, Config& config, const std::vector<Rule>& rules)
{
    read_selectors(table, "select", config.select, rules);
    read_selectors(table, "extend-select", config.extend_select, rules);
    read_selectors(table, "ignore", config.ignore, rules);
    table.read<std::optional<Level>>("fail-on", config.fail_on, {"error", "warning", "info", "never"},
                                     [](std::string_view word) -> std::optional<std::optional<Level>> {
                                         if (word == "never")
                                             return std::optional<Level>{};
                                         std::optional<Level> level = level_of(word);
                                         return level ? std::optional<std::optional<Level>>(level) : std::nullopt;
                                     });
    table.read("max-warnings", config.max_warnings, -1, 1'000'000'000);
    table.read<Confidence>("min-confidence", config.min_confidence, {"low", "medium", "high"}, confidence_of);
}

void read_override(ConfigTable& table, Config& config, const policy::Loader& loader, const std::vector<Rule>& known)
{
    OverrideTable override;
    Set<std::vector<std::string>> profiles;
    read_profiles(table, loader, profiles);
    override.profiles = profiles.value;
    Set<std::vector<std::string>> zones;
    table.read("zones", zones);
    if (zones)
        for (std::string zone : *zones) {
            if (zone.size() > 1 && zone.ends_with('.'))
                zone.pop_back();
            override.zones.push_back(std::move(zone));
        }
    Set<std::vector<PathGlob>> files;
    read_globs(table, "files", files);
    if (files)
        override.files = *files;
    Set<Selectors> ignore;
    read_selectors(table, "ignore", ignore, known);
    if (ignore)
        override.ignore = *ignore;
    // severity = { mail = "info" } is short for [override.rules.mail] severity = "info".
    table.table("severity", [&](ConfigTable& levels) {
        levels.each([&](const toml::key& key, const toml::node& node) {
            RuleTable rule;
            rule.selector = selector_at(levels.text(), std::string(key.str()), key.source(), known);
            if (node.is_string())
                rule.level = level_of(node.as_string()->get());
            if (!rule.level)
                levels.text().mistake(node.source(), "a severity is error, warning or info");
            override.rules.push_back(std::move(rule));
        });
    });
    table.table("rules", [&](ConfigTable& rules) {
        for (RuleTable& rule : read_rule_tables(rules, true, known))
            override.rules.push_back(std::move(rule));
    });
    std::stable_sort(override.rules.begin(), override.rules.end(), [&](const RuleTable& a, const RuleTable& b) {
        return closeness(a.selector, known) < closeness(b.selector, known);
    });
    if (!zones && !files)
        table.text().mistake(table.region(), "an [[override]] needs `zones` or `files`",
                             "what holds everywhere belongs into [lint] and [rules]");
    config.overrides.push_back(std::move(override));
}

void read_suppressions(ConfigTable& table, Config& config)
{
    table.read("require-reason", config.require_reason);
    table.read("require-until", config.require_until);
    table.read("max-days", config.max_days, 0, 36500);
    table.read<std::optional<Level>>("report-unused", config.report_unused, {"error", "warning", "info", "off"},
                                     [](std::string_view word) -> std::optional<std::optional<Level>> {
                                         if (word == "off")
                                             return std::optional<Level>{};
                                         std::optional<Level> level = level_of(word);
                                         return level ? std::optional<std::optional<Level>>(level) : std::nullopt;
                                     });
}

void read_output(ConfigTable& table, Config& config)
{
    std::vector<std::string_view> names{"auto"};
    for (const ReportFormat& format : report_formats())
        names.push_back(format.name);
    table.read<std::string>("default", config.output, names, [](std::string_view word) -> std::optional<std::string> {
        if (word == "auto" || find_report_format(word) != nullptr)
            return std::string(word);
        return std::nullopt;
    });
}

// "2026-12-18/2027-01-04": from the first day to the last.
void read_freeze(ConfigTable& table, Config& config)
{
    table.read("freeze", config.freeze);
    const toml::node* node = table.find("freeze");
    if (!config.freeze || node == nullptr)
        return;
    for (const std::string& period : *config.freeze)
        if (!days_of(period))
            table.text().mistake(node->source(), fmt::format("`{}` is no period of days", period),
                                 "freeze = [\"2026-12-18/2027-01-04\"]");
}

void read_review(ConfigTable& table, Config& config)
{
    table.read("base", config.review_base);
    table.read("min-before", config.min_before, 0, 1'000'000'000);
    table.read("max-removed-percent", config.max_removed_percent, 0, 100);
    table.read("max-modified-percent", config.max_modified_percent, 0, 100);
    table.find("protected"); // rules, and read with those
    table.find("scope");
    read_freeze(table, config);
    table.read<bool>(
        "suppressions", config.only_former_comments, {"new", "base"}, [](std::string_view word) -> std::optional<bool> {
            return word == "base" ? std::optional(true) : word == "new" ? std::optional(false) : std::nullopt;
        });
    const std::vector<std::string_view> policies{"manual", "date", "unixtime", "placeholder", "server"};
    table.read<std::string>("serial", config.serial, policies,
                            [&](std::string_view word) -> std::optional<std::string> {
                                if (std::find(policies.begin(), policies.end(), word) == policies.end())
                                    return std::nullopt;
                                return std::string(word);
                            });
}

} // namespace

void read_version(ConfigTable& table)
{
    Set<std::string> wanted;
    table.read("required-version", wanted);
    if (!wanted)
        return;
    const toml::node* node = table.find("required-version");
    std::optional<bool> fits = version_fits(*wanted);
    if (!fits)
        table.text().mistake(node->source(), "`required-version` is a list like \">=1.0,<2\"");
    else if (!*fits)
        table.text().mistake(node->source(), fmt::format("this is zonevet {}", version()),
                             "install a version that fits, or change required-version");
}

void read_sections(ConfigTable& table, Config& config, const policy::Loader& loader, const std::vector<Rule>& known)
{
    table.read<Profile>("profile", config.profile, {"core", "recommended", "strict"}, profile_of);
    if (const toml::node* node = table.find("profiles"); node != nullptr && !node->is_table())
        read_profiles(table, loader, config.profiles);
    read_servers(table, config.servers);
    table.table("files", [&](ConfigTable& files) { read_files(files, config); });
    table.table("limits", [&](ConfigTable& limits) { read_limits(limits, config); });
    table.tables("zone", [&](ConfigTable& zone) { read_zone(zone, config, loader); });
    table.table("lint", [&](ConfigTable& lint) { read_lint(lint, config, known); });
    table.table("rules", [&](ConfigTable& rules) {
        for (RuleTable& rule : read_rule_tables(rules, false, known))
            config.rules.push_back(std::move(rule));
    });
    table.tables("override", [&](ConfigTable& override) { read_override(override, config, loader, known); });
    table.table("suppressions", [&](ConfigTable& inner) { read_suppressions(inner, config); });
    table.tables("suppress", [&](ConfigTable& inner) { read_suppression(inner, config, known); });
    table.table("review", [&](ConfigTable& review) { read_review(review, config); });
    table.table("output", [&](ConfigTable& output) { read_output(output, config); });
    table.finish();
}

} // namespace zonevet
