// One zone after the other, or several at once: read, build, collect, silence, describe.
#include "lint/run.h"

#include "base/parallel.h"
#include "lint/judge.h"
#include "lint/lead_back.h"
#include "lint/shared_files.h"
#include "lint/unused_rules.h"

#include <algorithm>
#include <set>
#include <thread>

namespace zonevet {

namespace {

struct Job {
    Input input;
    ZoneReport report;
    bool fragment = false; // without an SOA record
    std::vector<std::string> included;
};

void check_one(Job& job, const Settings& settings, const Plan& plan, unsigned jobs)
{
    ZoneFile file;
    file.path = job.input.path;
    file.bytes = job.input.bytes;
    file.zone = job.input.zone;
    file.shared = job.input.shared;
    if (!job.input.zone_from.empty())
        file.zone_from = job.input.zone_from;
    file.zone_from_place = job.input.zone_from_place;
    file.fragment = job.input.fragment;
    file.origins = job.input.origins;
    file.partial = job.input.partial;
    file.without_apex = job.input.without_apex;
    auto sources = std::make_shared<Sources>();
    BuiltZone built = open_zone(file, settings, jobs, sources, job.report);
    job.included = std::move(built.included);
    job.fragment = !built.zone->soa().has_value();
    judge(built, plan, settings, jobs, job.report);
    if (!file.origins)
        return;
    auto first = static_cast<std::uint32_t>(sources->size());
    for (const Origins::File& origin : file.origins->files)
        sources->add(origin.path, origin.bytes);
    lead_back(job.report, *file.origins, built.zone->main_source(), first);
    std::stable_sort(job.report.findings.begin(), job.report.findings.end(),
                     [](const Finding& a, const Finding& b) {
                         return a.span.position() < b.span.position();
                     });
}

// A run over a few named files (a hook) says nothing about which rules are of use.
std::vector<const Rule*> unused_rules(const std::vector<Input>& inputs, const Settings& settings,
                                      const Plan& plan)
{
    std::vector<const Rule*> unused;
    bool few = std::any_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.named; });
    if (few || settings.own_catalogue == nullptr)
        return unused;
    const std::vector<Rule>& rules = settings.catalogue();
    for (std::size_t i = all_rules().size(); i < rules.size(); ++i)
        if (settings.rules[i].enabled && !is_about_change(rules[i].check) && !plan.was_used(i))
            unused.push_back(&rules[i]);
    return unused;
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
    if (settings.progress != nullptr)
        settings.progress->zones = work.size();
    parallel_for(work.size(), outside, [&](std::size_t i) {
        check_one(work[i], settings, plan, inside);
        if (settings.progress != nullptr)
            ++settings.progress->done;
    });

    std::set<std::string> included;
    for (const Job& job : work)
        included.insert(job.included.begin(), job.included.end());
    RunReport report;
    for (Job& job : work) {
        // A fragment speaks through the zones that include it; so does an SOA record that several share.
        bool nameless = job.report.origin_from.empty() || job.report.origin_from == "file name";
        if ((job.fragment || (!job.input.named && nameless)) && job.input.bytes == nullptr &&
            included.contains(disk().resolve(job.input.path)))
            continue;
        keep_found_in(job.report, job.input.only_in);
        report.zones.push_back(std::move(job.report));
    }
    tell_once(report.zones);
    report.own_rules = settings.own_catalogue;
    report_unused_rules(unused_rules(inputs, settings, plan), settings, report);
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
