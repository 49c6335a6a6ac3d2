// One zone after the other, or several at once: read, build, collect, silence, describe.
#include "lint/run.h"

#include "base/failure.h"
#include "base/parallel.h"
#include "lint/engine.h"
#include "lint/fingerprint.h"
#include "lint/suppress.h"
#include "zone/build.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <fmt/format.h>
#include <set>
#include <sys/stat.h>
#include <thread>

namespace zonevet {

namespace {

// The effective levels for one zone: the settings and every override that matches.
struct Levels {
    std::vector<Level> level;
    std::vector<bool> enabled;
};

// Zones, files: globs, of which one must fit when there are some.
template <class Globs>
bool matches(const Globs& zones, const Globs& files, std::string_view zone, std::string_view path)
{
    auto any = [](const Globs& globs, std::string_view text, char separator) {
        return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const auto& glob) {
                   return glob_match(glob, text, separator);
               });
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
    return (scope.profiles.empty() ||
            std::any_of(scope.profiles.begin(), scope.profiles.end(), has)) &&
           matches(scope.zones, scope.files, report.zone, report.path);
}

bool same_zone(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
               return lower(x) == lower(y);
           });
}

Levels levels_for(const Settings& settings, const ZoneReport& report, Engine& engine)
{
    std::vector<std::string> profiles = settings.profiles;
    Levels levels;
    for (const RuleSetting& rule : settings.rules) {
        levels.level.push_back(rule.level);
        levels.enabled.push_back(rule.enabled);
    }
    for (const Override& override : settings.overrides) {
        if (!matches(override.zones, override.files, report.zone, report.path))
            continue;
        if (override.profiles)
            profiles = *override.profiles;
        for (std::size_t rule : override.ignore)
            levels.enabled[rule] = false;
        for (const auto& [rule, level] : override.levels)
            levels.level[rule] = level;
        for (const auto& [rule, values] : override.options)
            engine.override_options(rule, values);
    }
    for (const ConfiguredZone& zone : settings.zones)
        if (zone.profiles && same_zone(zone.name, report.zone))
            profiles = *zone.profiles;
    const std::vector<Rule>& rules = settings.catalogue();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i].policy != nullptr && levels.enabled[i] &&
            !applies(rules[i].scope, profiles, report)) {
            levels.enabled[i] = false;
            engine.leave_out(i);
        }
    return levels;
}

// Everything between a built zone and its report.
void judge(const BuiltZone& built, const Plan& plan, const Settings& settings, unsigned jobs, ZoneReport& report)
{
    const Zone& zone = *built.zone;
    const std::vector<Rule>& rules = settings.catalogue();
    std::vector<Problem> problems = built.problems.list();
    Silences silences(zone, built.comments, settings, problems);
    Engine engine(zone, problems, plan, settings);
    Levels levels = levels_for(settings, report, engine);
    std::vector<Collected> collected = engine.collect(jobs);

    std::vector<std::size_t> shown, silenced;
    std::vector<std::size_t> silenced_by;
    std::vector<std::size_t> count_of_rule(settings.rules.size(), 0);
    std::vector<std::size_t> hidden(settings.rules.size(), 0);
    std::vector<std::pair<std::size_t, std::size_t>> returned; // finding, expired silence
    for (std::size_t i = 0; i < collected.size(); ++i) {
        const Collected& found = collected[i];
        if (!levels.enabled[found.rule] || rules[found.rule].confidence < settings.min_confidence)
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
                finding.fingerprint = fingerprint(finding, zone.apex());
                report.findings.push_back(std::move(finding));
            }
            levels.level[static_cast<std::size_t>(rule)] = *settings.report_unused;
        }
    }
    for (std::vector<Finding>* list : {&report.findings, &report.suppressed}) {
        for (Finding& finding : *list)
            finding.level = levels.level[static_cast<std::size_t>(finding.rule - rules.data())];
        std::stable_sort(list->begin(), list->end(), [](const Finding& a, const Finding& b) {
            if (a.span.source != b.span.source)
                return a.span.source < b.span.source;
            if (a.span.begin != b.span.begin)
                return a.span.begin < b.span.begin;
            return a.rule < b.rule;
        });
        number_equal_fingerprints(*list);
    }
}

std::string real_path(const std::string& path)
{
    char resolved[PATH_MAX];
    return realpath(path.c_str(), resolved) != nullptr ? std::string(resolved) : path;
}

// Where includes may go: the repository that holds the file, else the file's own folder.
std::string root_for(const std::string& path)
{
    std::string folder = real_path(path);
    std::size_t slash = folder.rfind('/');
    folder = slash == std::string::npos ? "." : folder.substr(0, slash);
    for (std::string at = folder; !at.empty();) {
        struct stat info{};
        if (stat((at + "/.git").c_str(), &info) == 0)
            return at;
        slash = at.rfind('/');
        if (slash == std::string::npos)
            break;
        at.resize(slash);
    }
    return folder.empty() ? "/" : folder;
}

BuildOptions build_options(const Settings& settings, unsigned jobs)
{
    BuildOptions options;
    options.reader.max_generated = settings.max_generated;
    options.jobs = jobs;
    options.include_root = settings.include_root;
    options.max_include_depth = settings.max_include_depth;
    options.max_includes = settings.max_includes;
    options.max_file_size = settings.max_file_size;
    return options;
}

struct Job {
    Input input;
    ZoneReport report;
    bool fragment = false; // without an SOA record
    std::vector<std::string> included;
};

void check_one(Job& job, const Settings& settings, const Plan& plan, unsigned jobs)
{
    std::shared_ptr<const Bytes> bytes = job.input.bytes;
    const std::string& path = job.input.path;
    if (bytes == nullptr) {
        struct stat info{};
        if (stat(path.c_str(), &info) == 0 && static_cast<std::uint64_t>(info.st_size) > settings.max_file_size)
            throw Failure("`{}` has {} bytes; the limit is {} (files.max-file-size)", path, info.st_size, settings.max_file_size);
        bytes = std::make_shared<Bytes>(Bytes::of_file(path));
    }
    OriginGuess origin;
    std::string name = settings.zone_name;
    if (!name.empty())
        origin.from = "flag";
    for (const ConfiguredZone& zone : settings.zones)
        if (name.empty() && real_path(zone.file) == real_path(path)) {
            name = zone.name;
            origin.from = "config";
        }
    if (name.empty())
        origin = guess_origin(bytes->view(), path);
    else if (!to_name(name, origin.name))
        throw Failure("`{}` is not a zone name", name);
    BuildOptions options = build_options(settings, jobs);
    if (options.include_root.empty())
        options.include_root = root_for(path);
    BuiltZone built = build_zone(path, std::move(bytes), origin.name.view(), options);
    job.included = std::move(built.included);
    job.fragment = !built.zone->soa().has_value();
    job.report.zone = origin.name.view().text();
    job.report.origin_from = origin.from;
    job.report.path = path;
    job.report.sources = built.zone->shared_sources();
    job.report.records = built.zone->record_count();
    judge(built, plan, settings, jobs, job.report);
}

// A rule of the user that found nothing to judge in a whole run is likely misspelt. A run over a few
// named files (a hook) says nothing about it.
void name_unused_rules(const std::vector<Input>& inputs, const Settings& settings, const Plan& plan,
                       RunReport& report)
{
    bool few = std::any_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.named; });
    if (few || settings.own_catalogue == nullptr)
        return;
    const std::vector<Rule>& rules = settings.catalogue();
    for (std::size_t i = all_rules().size(); i < rules.size(); ++i)
        if (settings.rules[i].enabled && !std::holds_alternative<OnChange>(rules[i].check) &&
            !plan.was_used(i))
            report.notes.push_back(fmt::format("rule-unused: `{}` ({}) selects no record of any zone",
                                               rules[i].name, rules[i].defined_at));
}

} // namespace

RunReport check_zones(const std::vector<Input>& inputs, const Settings& settings)
{
    unsigned jobs = settings.jobs != 0 ? settings.jobs : std::max(1u, std::thread::hardware_concurrency());
    Plan plan(settings);
    std::vector<Job> work(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i)
        work[i].input = inputs[i];
    // Many zones keep all cores busy one zone each; one zone is cut into parts instead.
    unsigned inside = work.size() >= jobs ? 1 : jobs;
    unsigned outside = work.size() >= jobs ? jobs : 1;
    parallel_for(work.size(), outside, [&](std::size_t i) { check_one(work[i], settings, plan, inside); });

    std::set<std::string> included;
    for (const Job& job : work)
        included.insert(job.included.begin(), job.included.end());
    RunReport report;
    for (Job& job : work) {
        // A fragment speaks through the zones that include it.
        if (job.fragment && job.input.bytes == nullptr && included.contains(real_path(job.input.path)))
            continue;
        report.zones.push_back(std::move(job.report));
    }
    report.own_rules = settings.own_catalogue;
    name_unused_rules(inputs, settings, plan, report);
    return report;
}

ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path)
{
    Plan plan(settings);
    Job job;
    job.input.path = path;
    job.input.bytes = std::make_shared<Bytes>(std::string(text));
    Settings named = settings;
    named.zone_name = zone_name;
    check_one(job, named, plan, 1);
    return std::move(job.report);
}

} // namespace zonevet
