// Both states share their Sources, so a place of either can stand in a finding.
#include "lint/review.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "base/parallel.h"
#include "input/content.h"
#include "input/includes.h"
#include "lint/added_suppressions.h"
#include "lint/judge.h"
#include "lint/kept_records.h"
#include "lint/lead_back.h"
#include "lint/missed_zones.h"
#include "lint/references.h"
#include "lint/review_places.h"
#include "lint/shared_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace zonevet {

namespace {

constexpr Field serial = field(Type::SOA, "serial");

struct Opened {
    BuiltZone built;
    ZoneReport report;
    std::shared_ptr<const Origins> origins;
    std::uint32_t first_origin = 0; // the source that is the first of the origins' files
};

struct Reviewed {
    std::optional<ZoneReport> report;  // nothing: the states do not differ in anything that shows
    std::vector<std::string> included; // resolved paths
    std::string fragment;              // the file's own resolved path, when it has no SOA record
    Loss loss;                         // what other zones may miss
    std::vector<Replacement> replaced; // what other zones may have as well
    std::string note;                  // what was not judged
    std::optional<Unread> unread;      // why nothing was
};

bool has_other_name(const ZoneFile& one, const ZoneFile& other)
{
    return one.name.has_value() != other.name.has_value() ||
           (one.name && one.name->name.view() != other.name->name.view());
}

// The same octets in both states, and nothing in them that leads elsewhere.
bool is_untouched(const ZonePair& pair, const Settings& settings)
{
    if (!pair.before || !pair.after || has_other_name(*pair.before, *pair.after))
        return false;
    if (pair.after->origins && !pair.after->origins->remarks.empty())
        return false;
    auto opaque = [](const ZoneFile& file) {
        return file.origins ? file.origins->opaque : std::vector<Origins::Opaque>();
    };
    auto untold = [](const ZoneFile& file) {
        return file.origins ? file.origins->untold : std::vector<Origins::Untold>();
    };
    if (untold(*pair.before) != untold(*pair.after))
        return false;
    if (std::vector<Origins::Opaque> one = opaque(*pair.before), other = opaque(*pair.after);
        !std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const auto& a, const auto& b) { return a.says_same(b); }))
        return false;
    std::shared_ptr<const Bytes> before = bytes_of(*pair.before, settings);
    return before->view() == bytes_of(*pair.after, settings)->view() && included_by(before->view()).empty();
}

Opened open_state(const std::optional<ZoneFile>& file, const ZoneFile& other, const ZoneName& zone,
                  const Settings& settings, unsigned jobs, const std::shared_ptr<Sources>& sources)
{
    Opened opened;
    if (file) {
        opened.built = open_zone(*file, settings, jobs, sources, opened.report);
        opened.origins = file->origins;
        opened.first_origin = static_cast<std::uint32_t>(sources->size());
        if (file->origins)
            for (const Origins::File& origin : file->origins->files)
                sources->add(origin.path, origin.bytes);
        return opened;
    }
    ZoneFile empty = other;
    empty.origins = nullptr;
    empty.bytes = std::make_shared<Bytes>(std::string());
    empty.name = zone;
    empty.coverage = Coverage::whole;
    opened.built = open_zone(empty, settings, jobs, sources, opened.report);
    return opened;
}

DiffLine line_of(const ChangedSet& set, Name apex)
{
    DiffLine line;
    line.owner = set.owner().text_below(apex);
    line.type = type_text(set.type());
    return line;
}

void add_lines(const Change& change, const ChangedSet& set, ZoneDiff& diff)
{
    Name apex = change.after().apex();
    for (const ChangedRecord& record : set.records()) {
        DiffLine line = line_of(set, apex);
        line.sign = !record.before ? '+' : !record.after ? '-' : '~';
        line.unreadable = set.uncertain && line.sign != '~';
        if (record.before) {
            line.before = record.before->data_text();
            line.ttl_before = record.before->ttl();
            line.span = change.before().span(record.before->place());
        }
        if (record.after) {
            line.after = record.after->data_text();
            line.ttl_after = record.after->ttl();
            line.span = change.after().span(record.after->place());
        }
        diff.lines.push_back(std::move(line));
    }
}

std::vector<KeptRecord> kept_in(const Opened& state)
{
    return kept_records(state.built, state.origins.get(), state.first_origin);
}

ZoneDiff diff_of(const Change& change, const std::vector<KeptRecord>& kept_before,
                 const std::vector<KeptRecord>& kept_after)
{
    ZoneDiff diff;
    diff.zone_added = change.zone_added();
    diff.zone_removed = change.zone_removed();
    diff.complete = change.complete() || diff.zone_added || diff.zone_removed;
    diff.serial_before = change.before().soa_serial();
    diff.serial_after = change.after().soa_serial();
    for (const ChangedSet& set : change.sets()) {
        bool is_soa = set.type() == Type::SOA;
        if (set.only_serial_differs())
            continue;
        add_lines(change, set, diff);
        if (set.removed.empty() || is_soa || diff.zone_removed)
            continue;
        std::uint32_t ttl = set.before->front().ttl();
        if (ttl > diff.longest_cached) {
            diff.longest_cached = ttl;
            diff.longest_cached_of = set.owner().text_below(change.after().apex()) + " " + type_text(set.type());
        }
    }
    add_kept_lines(kept_before, kept_after, change.after().apex(), diff);
    return diff;
}

// Takes what was there before out of the findings; what the new state lacks is fixed.
void keep_introduced(ZoneReport& report, std::vector<Finding> before, ZoneDiff& diff)
{
    std::set<std::string_view> old_prints, new_prints;
    for (const Finding& finding : before)
        old_prints.insert(finding.fingerprint);
    for (const std::vector<Finding>* list : {&report.findings, &report.suppressed})
        for (const Finding& finding : *list)
            new_prints.insert(finding.fingerprint);
    std::vector<Finding> fixed;
    for (Finding& finding : before)
        if (!new_prints.contains(finding.fingerprint))
            fixed.push_back(finding);
    std::vector<Finding> introduced;
    for (Finding& finding : report.findings) {
        if (old_prints.contains(finding.fingerprint))
            ++diff.unchanged;
        else
            introduced.push_back(std::move(finding));
    }
    report.findings = std::move(introduced);
    diff.fixed = std::move(fixed);
}

void acknowledge(ZoneReport& report, const Settings& settings)
{
    std::vector<Finding> left;
    std::vector<std::optional<std::size_t>> now_at;
    for (Finding& finding : report.findings) {
        auto rule = static_cast<std::size_t>(finding.rule - settings.catalogue().data());
        auto ack = std::find_if(settings.acknowledged.begin(), settings.acknowledged.end(),
                                [&](const auto& item) { return item.first == rule; });
        if (ack == settings.acknowledged.end()) {
            now_at.emplace_back(left.size());
            left.push_back(std::move(finding));
            continue;
        }
        now_at.emplace_back();
        finding.suppressed = Suppression{"acknowledged", ack->second, "", std::nullopt};
        report.suppressed.push_back(std::move(finding));
    }
    report.findings = std::move(left);
    renumber_findings(report, now_at);
}

// Leads places in a text that was written for another one back to that.
template <class Placed> void lead_back(Placed& placed, const Opened& opened)
{
    if (opened.origins)
        lead_back(placed, *opened.origins, opened.built.zone->main_source(), opened.first_origin);
}

Reviewed review_one(const ZonePair& pair, const Settings& settings, const Plan& plan, unsigned jobs)
{
    if (is_untouched(pair, settings))
        return {};
    auto sources = std::make_shared<Sources>();
    const ZoneFile& present = pair.after ? *pair.after : *pair.before;
    ZoneName zone = name_of(present, bytes_of(present, settings)->view(), settings.placeholders.get());
    std::string path = present.shown_path();
    if (!pair.after && present.bytes == nullptr && is_guess(zone.from) && !looks_like_zone_name(last_part(path)) &&
        !is_called_zone(path)) {
        Reviewed nothing; // "example.com.zone.bak" was a copy, whoever made it
        nothing.note = fmt::format("`{}` is gone, and nothing says which zone it held", path);
        return nothing;
    }
    auto named = [&](std::optional<ZoneFile> file) {
        if (file && !file->name)
            file->name = zone;
        return file;
    };
    // The old file may have been read as another zone; then the new name decides for both.
    Opened before = open_state(named(pair.before), present, zone, settings, jobs, sources);
    Opened after = open_state(pair.after, present, zone, settings, jobs, sources);
    auto extent = [](const std::optional<ZoneFile>& file) {
        return !file ? Extent::absent : file->coverage >= Coverage::part ? Extent::partial : Extent::complete;
    };
    Change change({before.built.zone.get(), extent(pair.before)}, {after.built.zone.get(), extent(pair.after)});
    Opened upstream;
    if (pair.upstream) {
        upstream = open_state(named(pair.upstream), present, zone, settings, jobs, sources);
        change.upstream = upstream.built.zone.get();
    }
    Reviewed reviewed;
    for (const Opened* state : {&before, &after})
        reviewed.included.insert(reviewed.included.end(), state->built.included.begin(), state->built.included.end());
    // As check has it: a fragment, or an SOA record that several zones share.
    bool has_soa = before.built.zone->soa() || after.built.zone->soa();
    if (present.bytes == nullptr && (!has_soa || (!present.named && is_guess(zone.from))))
        reviewed.fragment = present.its_tree().resolve(present.path);
    if (after.origins)
        for (const Origins::Remark& remark : after.origins->remarks)
            change.remarks.push_back(
                {{after.first_origin + remark.file, remark.from, remark.to}, remark.kind, remark.text, remark.help});
    std::vector<KeptRecord> kept_before = kept_in(before), kept_after = kept_in(after);
    change.kept_differs = kept_differs(kept_before, kept_after);
    // Whoever applies a change in another format makes the serial himself.
    change.serial_is_written = after.origins == nullptr;
    ZoneReport report = std::move(after.report);
    bool may_be_raised_later = change.serial_is_written && !change.sets().empty() && pair.serial_left_alone &&
                               change.before().soa_serial() == change.after().soa_serial();
    if (may_be_raised_later && pair.serial_left_alone()) {
        change.serial_is_written = false;
        reviewed.note = fmt::format("{}: the serial is not judged: earlier changes did not raise it either; "
                                    "[review] serial says who does",
                                    present.shown_path());
    }
    // Each of the two is one piece of work; what is left of the threads helps within it.
    parallel_for(2, jobs, [&](std::size_t state) {
        unsigned helpers = std::max(1u, jobs / 2);
        if (state == 0)
            judge(after.built, plan, settings, helpers, report, &change);
        else if (pair.before)
            judge(before.built, plan, settings, helpers, before.report);
    });
    judge_added_suppressions(report, before.report, after.built, before.built, settings);
    ZoneDiff diff = diff_of(change, kept_before, kept_after);
    keep_introduced(report, std::move(before.report.findings), diff);
    if (change.zone_removed())
        diff.fixed.clear();
    acknowledge(report, settings);
    place_findings(change, report.findings, diff);
    if (diff.lines.empty() && report.findings.empty() && report.suppressed.empty() && diff.fixed.empty() &&
        diff.serial_before == diff.serial_after && !diff.zone_added && !diff.zone_removed)
        return reviewed;
    reviewed.loss = {nullptr, sources, present.path, OwnedName(change.after().apex()), gone_names(change)};
    for (const Opened* state : {&before, &after})
        for (GoneName& gone : reviewed.loss.names)
            for (Span* span : {&gone.at, &gone.former})
                lead_back(*span, *state);
    reviewed.replaced = replacements(change);
    for (Replacement& one : reviewed.replaced)
        lead_back(one.at, after);
    report.diff = std::move(diff);
    lead_back(report, before);
    lead_back(report, after);
    hide_name(report);
    reviewed.report = std::move(report);
    return reviewed;
}

// What leads to names that are gone, and what an edit forgot, stands in any zone: those of the review, as they
// will be, and those it does not touch.
void look_into_other_zones(const std::vector<ZonePair>& pairs, std::vector<Reviewed>& all, const FindOthers& others,
                           const Settings& settings)
{
    std::vector<Loss> losses;
    std::vector<Replaced> replaced;
    for (Reviewed& one : all) {
        if (!one.report)
            continue;
        if (!one.replaced.empty())
            replaced.push_back({&*one.report, one.loss.sources, one.loss.apex, &one.replaced});
        if (!one.loss.names.empty()) {
            one.loss.report = &*one.report;
            losses.push_back(std::move(one.loss));
        }
    }
    std::vector<ZoneFile> states;
    for (const ZonePair& pair : pairs)
        if (pair.after && pair.after->coverage < Coverage::part)
            states.push_back(*pair.after);
    report_missed_zones(replaced, states, others, settings);
    if (!losses.empty())
        report_references(losses, std::move(states), others, settings);
    for (Reviewed& one : all)
        if (one.report)
            acknowledge(*one.report, settings);
}

} // namespace

std::vector<ZonePair> pair_states(std::vector<ZoneFile> before, std::vector<ZoneFile> after, const Settings& settings)
{
    std::map<std::string, std::size_t> by_path;
    std::vector<ZonePair> pairs;
    for (ZoneFile& file : after) {
        by_path[file.key_or_path()] = pairs.size();
        pairs.push_back({std::nullopt, std::move(file), std::nullopt});
    }
    std::vector<ZoneFile> moved;
    for (ZoneFile& file : before) {
        auto same = by_path.find(file.key_or_path());
        if (same != by_path.end() && !pairs[same->second].before)
            pairs[same->second].before = std::move(file);
        else
            moved.push_back(std::move(file));
    }
    auto zone_of = [&](const ZoneFile& file) -> std::string {
        if (file.bytes == nullptr && file.its_tree().size(file.path) > settings.max_file_size)
            return ""; // told when it is read
        return name_of(file, bytes_of(file, settings)->view(), settings.placeholders.get()).name.view().text();
    };
    std::multimap<std::string, std::size_t> added;
    if (!moved.empty())
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (!pairs[i].before)
                added.emplace(zone_of(*pairs[i].after), i);
    for (ZoneFile& file : moved) {
        auto same = added.find(zone_of(file));
        if (same == added.end()) {
            pairs.push_back({std::move(file), std::nullopt, std::nullopt});
            continue;
        }
        pairs[same->second].before = std::move(file);
        added.erase(same);
    }
    return pairs;
}

namespace {

// Of each zone whose file is gone: another file of the state after the change that holds it still (a copy, a
// backup, another view), so that the zone is there. Nothing: none does.
std::vector<std::optional<ZoneFile>> still_held(const std::vector<ZonePair>& pairs, const FindOthers& others,
                                                const Settings& settings)
{
    std::vector<std::optional<ZoneFile>> held(pairs.size());
    auto zone_of = [&](const ZoneFile& file) {
        return in_lower_case(
            name_of(file, bytes_of(file, settings)->view(), settings.placeholders.get()).name.view().text());
    };
    std::map<std::string, std::vector<std::size_t>> gone;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (!pairs[i].after)
            gone[zone_of(*pairs[i].before)].push_back(i);
    if (gone.empty())
        return held;
    auto look_at = [&](const ZoneFile& file) {
        try {
            if (auto found = gone.find(zone_of(file)); found != gone.end())
                for (std::size_t i : found->second)
                    held[i] = file;
        } catch (const Failure&) {
            // What cannot be read holds nothing for sure.
        }
    };
    for (const ZonePair& pair : pairs)
        if (pair.after)
            look_at(*pair.after);
    std::vector<std::string> names;
    for (const auto& [name, list] : gone)
        if (name.size() > 1)
            names.push_back(name.substr(0, name.size() - 1));
    if (others)
        for (const ZoneFile& file : others(names))
            look_at(file);
    return held;
}

// What the zone loses with the file that is gone. What the other file has besides was there before.
Reviewed review_lost(const ZoneFile& gone, const ZoneFile& holder, const Settings& settings, const Plan& plan,
                     unsigned jobs)
{
    Reviewed reviewed = review_one({gone, holder, std::nullopt}, settings, plan, jobs);
    reviewed.note = fmt::format("`{}` is gone, and `{}` still holds the zone", gone.shown_path(), holder.shown_path());
    if (!reviewed.report)
        return reviewed;
    ZoneReport& report = *reviewed.report;
    report.path = gone.shown_path();
    report.findings.clear();
    report.suppressed.clear();
    report.diff->fixed.clear();
    report.diff->unchanged = 0;
    std::erase_if(report.diff->lines, [](const DiffLine& line) { return line.sign == '+'; });
    for (DiffLine& line : report.diff->lines) {
        line.sign = '-';
        line.after.clear();
        line.findings.clear();
    }
    std::erase_if(report.diff->lines, [](const DiffLine& line) { return line.before.empty(); });
    reviewed.replaced.clear();
    if (report.diff->lines.empty())
        reviewed.report.reset();
    return reviewed;
}

} // namespace

RunReport review_zones(const std::vector<ZonePair>& pairs, const Settings& given, const FindOthers& others)
{
    Settings settings = given;
    settings.described_per_rule = 0; // which findings are new is only known when all are described
    unsigned jobs = settings.jobs != 0 ? settings.jobs : std::max(1u, std::thread::hardware_concurrency());
    Plan plan(settings);
    std::vector<Reviewed> all(pairs.size());
    bool many = pairs.size() >= jobs;
    if (settings.progress != nullptr)
        settings.progress->zones = pairs.size();
    std::vector<std::optional<ZoneFile>> held = still_held(pairs, others, settings);
    parallel_for(pairs.size(), many ? jobs : 1, [&](std::size_t i) {
        try {
            all[i] = held[i] ? review_lost(*pairs[i].before, *held[i], settings, plan, many ? 1 : jobs)
                             : review_one(pairs[i], settings, plan, many ? 1 : jobs);
        } catch (const Failure& failure) {
            const ZoneFile& file = pairs[i].after ? *pairs[i].after : *pairs[i].before;
            all[i].unread = Unread{file.shown_path(), failure.what()};
        }
        if (settings.progress != nullptr)
            ++settings.progress->done;
    });
    look_into_other_zones(pairs, all, others, settings);
    RunReport run;
    run.own_rules = settings.own_catalogue;
    std::set<std::string> included;
    for (const Reviewed& one : all) {
        included.insert(one.included.begin(), one.included.end());
        if (one.unread)
            run.unread.push_back(*one.unread);
        if (!one.report && !one.note.empty())
            run.notes.push_back(one.note);
    }
    // A fragment speaks through the zones that include it.
    for (Reviewed& one : all)
        if (one.report && (one.fragment.empty() || !included.contains(one.fragment))) {
            run.zones.push_back(std::move(*one.report));
            if (!one.note.empty())
                run.notes.push_back(std::move(one.note));
        }
    tell_once(run.zones);
    std::stable_sort(run.zones.begin(), run.zones.end(),
                     [](const ZoneReport& a, const ZoneReport& b) { return a.path < b.path; });
    return run;
}

} // namespace zonevet
