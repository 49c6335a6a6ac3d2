// Reads one zone and judges it: what `check` and `review` have in common.
#include "lint/judge.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "input/served_name.h"
#include "lint/engine.h"
#include "lint/fingerprint.h"

#include "lint/suppress.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace zonevet {

namespace {

// The effective levels for one zone: the settings and every override that matches.
struct Levels {
    std::vector<Level> level;
    std::vector<bool> enabled;
    std::vector<bool> by_user; // the level was configured

    // With servers declared, what they do decides, unless the user has.
    Level of(const Finding& finding, std::size_t rule, Servers servers) const
    {
        if (finding.portability == nullptr || servers.empty() || by_user[rule])
            return level[rule];
        Level by_servers = level_of_reading(finding.portability->worst(servers));
        return finding.rule->family == portability_family ? by_servers : std::max(level[rule], by_servers);
    }
};

// Zones, files: globs, of which one must fit when there are some.
template <class Globs>
bool matches(const Globs& zones, const Globs& files, std::string_view zone, std::string_view path)
{
    auto any = [](const Globs& globs, std::string_view text, char separator) {
        return globs.empty() || std::any_of(globs.begin(), globs.end(),
                                            [&](const auto& glob) { return glob_match(glob, text, separator); });
    };
    if (zone.ends_with('.') && zone.size() > 1)
        zone.remove_suffix(1);
    return any(zones, zone, '\0') && any(files, path, '/');
}

bool applies(const Scope& scope, const std::vector<std::string>& profiles, const ZoneReport& report)
{
    auto has = [&](std::string_view profile) {
        return std::find(profiles.begin(), profiles.end(), profile) != profiles.end();
    };
    return (scope.profiles.empty() || std::any_of(scope.profiles.begin(), scope.profiles.end(), has)) &&
           matches(scope.zones, scope.files, report.zone, report.path);
}

Levels levels_for(const Settings& settings, const ZoneReport& report, Engine& engine)
{
    std::vector<std::string> profiles = settings.profiles;
    Levels levels;
    for (const RuleSetting& rule : settings.rules) {
        levels.level.push_back(rule.level);
        levels.enabled.push_back(rule.enabled);
        levels.by_user.push_back(!rule.level_from.empty());
    }
    for (const Override& override : settings.overrides) {
        if (!matches(override.zones, override.files, report.zone, report.path))
            continue;
        if (override.profiles)
            profiles = *override.profiles;
        for (std::size_t rule : override.ignore)
            levels.enabled[rule] = false;
        for (const auto& [rule, level] : override.levels) {
            levels.level[rule] = level;
            levels.by_user[rule] = true;
        }
        for (const auto& [rule, values] : override.options)
            engine.override_options(rule, values);
    }
    for (const ConfiguredZone& zone : settings.zones)
        if (zone.profiles && same_word(zone.name, report.zone))
            profiles = *zone.profiles;
    const std::vector<Rule>& rules = settings.catalogue();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i].policy != nullptr && levels.enabled[i] && !applies(rules[i].scope, profiles, report)) {
            levels.enabled[i] = false;
            engine.leave_out(i);
        }
    return levels;
}

} // namespace

std::optional<Level> level_in_zone(std::size_t rule, const Settings& settings, const ZoneReport& report)
{
    RuleSetting setting = settings.rules[rule];
    for (const Override& override : settings.overrides) {
        if (!matches(override.zones, override.files, report.zone, report.path))
            continue;
        if (std::find(override.ignore.begin(), override.ignore.end(), rule) != override.ignore.end())
            setting.enabled = false;
        for (const auto& [other, level] : override.levels)
            if (other == rule)
                setting.level = level;
    }
    return setting.enabled ? std::optional(setting.level) : std::nullopt;
}

namespace {

// Findings that are only right when the file holds the zone that somebody says it holds: say who.
void note_origin(ZoneReport& report)
{
    if (report.origin_place.empty())
        return;
    auto is = [](std::string_view rule) {
        return [rule](const Finding& finding) { return finding.rule->name == rule; };
    };
    // Both places are known: nothing is left to guess.
    auto served = std::find_if(report.findings.begin(), report.findings.end(), is("served-name-not-origin"));
    if (served != report.findings.end())
        std::erase_if(report.findings, [&, at = served->span.position()](const Finding& finding) {
            return is("zone-origin-wrong")(finding) || (is("soa-missing")(finding) && finding.span.position() == at);
        });
    for (Finding& finding : report.findings)
        for (std::string_view rule : {"zone-origin-wrong", "soa-missing", "soa-not-at-apex"})
            if (finding.rule->name == rule)
                finding.notes.push_back({std::nullopt, fmt::format("that it is the file of `{}` is said at {}",
                                                                   report.zone, report.origin_place)});
}

} // namespace

// Where nothing tells the zone's name, the one that stands for it is never shown.
void hide_name(ZoneReport& report)
{
    if (!report.origin_from.empty())
        return;
    const std::string stand_in = "unnamed.invalid.";
    report.zone.clear();
    const std::pair<std::string, std::string_view> words[] = {{"the zone `" + stand_in + "`", "the zone"},
                                                              {"." + stand_in, ""},
                                                              {"`" + stand_in + "`", "the zone's name"},
                                                              {stand_in, "the zone's name"}};
    auto hide = [&](std::string& text) {
        for (const auto& [shown, instead] : words)
            for (std::size_t at = 0; (at = text.find(shown, at)) != std::string::npos; at += instead.size())
                text.replace(at, shown.size(), instead);
    };
    for (std::vector<Finding>* list : {&report.findings, &report.suppressed})
        for (Finding& finding : *list) {
            for (std::string* text :
                 {&finding.message, &finding.label, &finding.help, &finding.effect, &finding.owner, &finding.data})
                hide(*text);
            for (RelatedPlace& note : finding.notes)
                hide(note.text);
            if (finding.owner == "the zone's name")
                finding.owner = "@";
        }
    if (report.diff)
        for (DiffLine& line : report.diff->lines)
            for (std::string* text : {&line.owner, &line.before, &line.after})
                hide(*text);
}

void judge(const BuiltZone& built, const Plan& plan, const Settings& settings, unsigned jobs, ZoneReport& report,
           const Change* change)
{
    const Zone& zone = *built.zone;
    const std::vector<Rule>& rules = settings.catalogue();
    std::vector<Problem> problems = built.problems.list();
    Silences silences(zone, built.comments, settings, problems);
    Engine engine(zone, problems, plan, settings, change);
    Levels levels = levels_for(settings, report, engine);
    std::vector<Collected> collected = engine.collect(jobs);

    std::vector<std::size_t> shown, silenced;
    std::vector<std::size_t> silenced_by;
    std::vector<std::size_t> count_of_rule(settings.rules.size(), 0);
    std::vector<std::size_t> hidden(settings.rules.size(), 0);
    std::vector<std::pair<std::size_t, std::size_t>> returned; // finding, expired silence
    for (std::size_t i = 0; i < collected.size(); ++i) {
        const Collected& found = collected[i];
        if (!levels.enabled[found.rule] || engine.reads_alike(found) ||
            rules[found.rule].confidence < settings.min_confidence)
            continue;
        if (std::optional<std::size_t> silence = silences.covering(found)) {
            silenced.push_back(i);
            silenced_by.push_back(*silence);
            continue;
        }
        if (settings.described_per_rule != 0 && count_of_rule[found.rule]++ >= settings.described_per_rule) {
            ++hidden[found.rule];
            continue;
        }
        if (std::optional<std::size_t> silence = silences.expired(found))
            returned.emplace_back(shown.size(), *silence);
        shown.push_back(i);
    }
    report.findings = engine.describe(collected, shown);
    report.suppressed = engine.describe(collected, silenced);
    for (std::size_t i = 0; i < silenced.size(); ++i)
        report.suppressed[i].suppressed = silences.describe(silenced_by[i]);
    note_origin(report);
    for (const auto& [finding, silence] : returned) {
        Suppression expired = silences.describe(silence);
        report.findings[finding].notes.push_back(
            {expired.comment, fmt::format("it was accepted until {}", expired.until)});
    }
    for (std::size_t kind = 0; kind < static_cast<std::size_t>(Mistake::count_); ++kind)
        if (int rule = plan.rule_of(static_cast<Mistake>(kind));
            rule >= 0 && levels.enabled[static_cast<std::size_t>(rule)])
            hidden[static_cast<std::size_t>(rule)] += built.problems.dropped(static_cast<Mistake>(kind));
    for (std::size_t rule = 0; rule < hidden.size(); ++rule)
        if (hidden[rule] > 0)
            report.hidden.push_back({&rules[rule], levels.level[rule], hidden[rule]});
    if (settings.report_unused) {
        int rule = plan.rule_of(Mistake::suppression_unused);
        if (rule >= 0 && levels.enabled[static_cast<std::size_t>(rule)]) {
            for (const Problem& problem : silences.unused()) {
                Finding finding = engine.describe_problem(problem, static_cast<std::size_t>(rule));
                finding.fingerprint = fingerprint(finding, zone.apex(), engine.written(problem));
                report.findings.push_back(std::move(finding));
            }
            levels.level[static_cast<std::size_t>(rule)] = *settings.report_unused;
        }
    }
    for (std::vector<Finding>* list : {&report.findings, &report.suppressed}) {
        for (Finding& finding : *list)
            finding.level = levels.of(finding, static_cast<std::size_t>(finding.rule - rules.data()), settings.servers);
        std::stable_sort(list->begin(), list->end(), [](const Finding& a, const Finding& b) {
            if (a.span.source != b.span.source)
                return a.span.source < b.span.source;
            if (a.span.begin != b.span.begin)
                return a.span.begin < b.span.begin;
            return a.rule < b.rule;
        });
        number_equal_fingerprints(*list);
    }
    hide_name(report);
}

std::shared_ptr<const Bytes> bytes_of(const ZoneFile& file, const Settings& settings)
{
    if (file.bytes != nullptr)
        return file.bytes;
    std::uint64_t size = file.its_tree().size(file.path);
    if (size > settings.max_file_size)
        throw Failure("`{}` has {} bytes; the limit is {} (files.max-file-size)", defused(file.shown_path()), size,
                      settings.max_file_size);
    return file.its_tree().read(file.path);
}

BuiltZone open_zone(const ZoneFile& file, const Settings& settings, unsigned jobs, std::shared_ptr<Sources> sources,
                    ZoneReport& report)
{
    std::shared_ptr<const Bytes> bytes = bytes_of(file, settings);
    ZoneName name = name_of(file, bytes->view(), settings.placeholders.get());
    report.origin_from = name.from;
    report.origin_place = name.place;
    BuildOptions options;
    options.reader.max_generated = settings.max_generated;
    options.jobs = jobs;
    options.placeholders = settings.placeholders.get();
    options.include_root = settings.include_root;
    options.max_include_depth = settings.max_include_depth;
    options.max_includes = settings.max_includes;
    options.max_file_size = settings.max_file_size;
    options.max_records = settings.max_records;
    options.max_octets = settings.max_octets;
    options.reader.max_all_generated = settings.max_all_generated;
    options.tree = file.tree;
    options.sources = std::move(sources);
    options.coverage = file.coverage;
    options.origins = file.origins.get();
    if (options.include_root.empty())
        options.include_root = file.root.empty() ? root_of(file.its_tree(), file.path) : file.root;
    BuiltZone built = build_zone(file.path, std::move(bytes), name.name.view(), options);
    std::string_view text = built.zone->sources()[built.zone->main_source()].text();
    std::uint32_t source = built.zone->main_source();
    bool is_contradicted = false; // one cause is told once
    if (report.origin_from == "server configuration" || report.origin_from == "config")
        if (std::optional<Problem> problem =
                contradiction(file, text, name.name.view(), name.place, source, settings.placeholders.get())) {
            is_contradicted = true;
            built.problems.add(std::move(*problem));
        }
    if (!is_contradicted)
        for (const ZoneName& other : file.others)
            built.problems.add(served_otherwise(file, text, name, other, source, settings.placeholders.get()));
    if (!file.name && file.origins == nullptr)
        if (std::optional<Problem> problem = misnamed(file, text, source, settings.placeholders.get()))
            built.problems.add(std::move(*problem));
    report.zone = name.name.view().text();
    report.path = file.shown_path();
    report.sources = built.zone->shared_sources();
    report.records = built.zone->record_count();
    return built;
}

} // namespace zonevet
