// One zone after the other, or several at once: read, build, collect, silence, describe.
#include "lint/run.h"

#include "base/failure.h"
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
    const ZoneFile* file = nullptr;
    ZoneReport report;
    bool has_soa = false;
    std::vector<std::string> included;
    std::string failure; // why it could not be read; empty: it was
};

void check_one(Job& job, const Settings& settings, const Plan& plan, unsigned jobs)
{
    const ZoneFile& file = *job.file;
    auto sources = std::make_shared<Sources>();
    BuiltZone built = open_zone(file, settings, jobs, sources, job.report);
    job.included = std::move(built.included);
    job.has_soa = built.zone->soa().has_value();
    judge(built, plan, settings, jobs, job.report);
    if (!file.origins)
        return;
    auto first = static_cast<std::uint32_t>(sources->size());
    for (const Origins::File& origin : file.origins->files)
        sources->add(origin.path, origin.bytes);
    lead_back(job.report, *file.origins, built.zone->main_source(), first);
    std::stable_sort(job.report.findings.begin(), job.report.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.span.position() < b.span.position(); });
}

// A run over a few named files (a hook) says nothing about which rules are of use.
std::vector<const Rule*> unused_rules(const std::vector<ZoneFile>& files, const Settings& settings, const Plan& plan)
{
    std::vector<const Rule*> unused;
    bool few = std::any_of(files.begin(), files.end(), [](const ZoneFile& file) { return file.named; });
    if (few || settings.own_catalogue == nullptr)
        return unused;
    const std::vector<Rule>& rules = settings.catalogue();
    for (std::size_t i = all_rules().size(); i < rules.size(); ++i)
        if (settings.rules[i].enabled && !is_about_change(rules[i].check) && !plan.was_used(i))
            unused.push_back(&rules[i]);
    return unused;
}

} // namespace

RunReport check_zones(const std::vector<ZoneFile>& files, const Settings& settings)
{
    unsigned jobs = settings.jobs != 0 ? settings.jobs : std::max(1u, std::thread::hardware_concurrency());
    Plan plan(settings);
    std::vector<Job> work(files.size());
    for (std::size_t i = 0; i < files.size(); ++i)
        work[i].file = &files[i];
    // Many zones keep all cores busy one zone each; one zone is cut into parts instead.
    unsigned inside = work.size() >= jobs ? 1 : jobs;
    unsigned outside = work.size() >= jobs ? jobs : 1;
    if (settings.progress != nullptr)
        settings.progress->zones = work.size();
    parallel_for(work.size(), outside, [&](std::size_t i) {
        try {
            check_one(work[i], settings, plan, inside);
        } catch (const Failure& failure) {
            work[i].failure = failure.what();
        }
        if (settings.progress != nullptr)
            ++settings.progress->done;
    });

    std::set<std::string> included;
    for (const Job& job : work)
        included.insert(job.included.begin(), job.included.end());
    RunReport report;
    for (Job& job : work) {
        if (!job.failure.empty()) {
            report.unread.push_back({job.file->shown_path(), std::move(job.failure)});
            continue;
        }
        // A fragment speaks through the zones that include it; so does an SOA record that several share.
        bool is_part = !job.has_soa || (!job.file->named && is_guess(job.report.origin_from));
        if (is_part && job.file->bytes == nullptr && included.contains(job.file->its_tree().resolve(job.file->path)))
            continue;
        keep_found_in(job.report, *job.file);
        report.zones.push_back(std::move(job.report));
    }
    tell_once(report.zones);
    report.own_rules = settings.own_catalogue;
    report_unused_rules(unused_rules(files, settings, plan), settings, report);
    return report;
}

std::shared_ptr<const Zone> read_zone(const ZoneFile& file, const Settings& settings)
{
    ZoneReport report; // nobody asks for it
    return open_zone(file, settings, 1, std::make_shared<Sources>(), report).zone;
}

TextCheck::TextCheck(const Settings& settings) : settings_(settings), plan_(std::make_unique<const Plan>(settings)) {}

TextCheck::~TextCheck() = default;

ZoneReport TextCheck::operator()(std::string_view text, std::string_view zone_name, const std::string& path,
                                 unsigned jobs) const
{
    ZoneFile file;
    file.path = path;
    file.bytes = std::make_shared<Bytes>(std::string(text));
    if (!zone_name.empty())
        file.name = told(zone_name, "flag");
    Job job;
    job.file = &file;
    check_one(job, settings_, *plan_, jobs);
    return std::move(job.report);
}

ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path)
{
    return TextCheck(settings)(text, zone_name, path);
}

} // namespace zonevet
