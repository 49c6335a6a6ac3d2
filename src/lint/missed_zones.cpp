// Edits are compared by owner below the zone, type and data, whatever the zone is called.
#include "lint/missed_zones.h"

#include "base/failure.h"
#include "lint/fingerprint.h"
#include "lint/judge.h"
#include "lint/other_zone.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet {

namespace {

constexpr std::size_t fewest_zones = 3;    // that make an edit a bulk edit
constexpr std::size_t most_per_zone = 100; // more is a zone rewritten, not an edit
constexpr std::size_t most_missed_shown = 5;
constexpr std::size_t shortest_text = 4; // what is looked for in files

// What every file writes that holds the data: its longest word, without the final dot of a name, which may
// be written relative to no other zone that has it.
std::string text_of_data(const std::string& data)
{
    std::string longest, word;
    for (char c : data + " ")
        if (c != ' ' && c != '"' && c != '\\') {
            word += c;
        } else {
            if (word.size() > longest.size())
                longest = word;
            word.clear();
        }
    if (longest.ends_with('.'))
        longest.pop_back();
    return longest.size() < shortest_text ? "" : longest;
}

struct Edit {
    std::vector<std::pair<std::size_t, const Replacement*>> made; // in which zone
    std::string text;                                             // that a file with the old record holds
    std::vector<RelatedPlace> missed;                             // the first of them
    std::size_t missed_count = 0;
    std::string missed_first; // the zone
};

class MissedSearch {
public:
    MissedSearch(std::vector<Replaced>& zones, const Settings& settings) : zones_(zones), settings_(settings)
    {
        std::map<std::vector<std::string_view>, Edit> all;
        for (std::size_t i = 0; i < zones.size(); ++i)
            for (const Replacement& one : *zones[i].list)
                all[{one.owner, one.type, one.before, one.after}].made.emplace_back(i, &one);
        for (auto& [key, edit] : all) {
            std::set<std::size_t> different;
            for (const auto& [zone, ignored] : edit.made)
                different.insert(zone);
            edit.text = text_of_data(edit.made.front().second->before);
            if (different.size() >= fewest_zones && !edit.text.empty())
                edits_.push_back(std::move(edit));
        }
    }

    std::vector<std::string> texts() const
    {
        std::set<std::string> texts;
        for (const Edit& edit : edits_)
            texts.insert(edit.text);
        return {texts.begin(), texts.end()};
    }

    // What cannot be read is told where it is judged.
    void look_into(const ZoneFile& file)
    {
        try {
            look_into_read(file);
        } catch (const Failure&) {
        }
    }

    void look_into_read(const ZoneFile& file)
    {
        std::shared_ptr<const Bytes> bytes = bytes_of(file, settings_);
        std::string_view text = bytes->view();
        bool may_hold = std::any_of(edits_.begin(), edits_.end(),
                                    [&](const Edit& edit) { return text.find(edit.text) != std::string_view::npos; });
        if (!may_hold)
            return;
        ZoneReport report;
        BuiltZone built = open_zone(file, settings_, 1, nullptr, report);
        for (Edit& edit : edits_)
            look_for(edit, *built.zone, file);
    }

    void report()
    {
        for (Edit& edit : edits_)
            // Where as many zones keep the record as change it, keeping it is no slip.
            if (edit.missed_count > 0 && edit.missed_count * fewest_zones <= edit.made.size())
                report(edit);
    }

private:
    void look_for(Edit& edit, const Zone& zone, const ZoneFile& file)
    {
        const auto& [number, replacement] = edit.made.front();
        const Replacement& made = *replacement;
        OwnedName owner;
        std::string name = made.owner == "@" ? zone.apex().text() : made.owner + "." + zone.apex().text();
        if (!to_name(name, owner))
            return;
        std::optional<Node> node = zone.find(owner);
        std::optional<RRset> set = node ? node->find(type_from_text(made.type)) : std::nullopt;
        if (!set)
            return;
        for (Record record : *set)
            if (record.data_text() == made.before && edit.missed_count++ < most_missed_shown) {
                if (edit.missed.empty())
                    edit.missed_first = zone.apex().text();
                edit.missed.push_back({place_in(*zones_[number].sources, zone, record.place(), file),
                                       fmt::format("what zone {} keeps", zone.apex().text())});
            }
    }

    void report(Edit& edit)
    {
        const Rule* rule = find_rule("bulk-edit-missed-zone", settings_.catalogue());
        const auto& [number, made] = edit.made.front();
        Replaced& zone = zones_[number];
        std::optional<Level> level =
            rule == nullptr
                ? std::nullopt // a test of one rule knows only that
                : level_in_zone(static_cast<std::size_t>(rule - settings_.catalogue().data()), settings_, *zone.report);
        if (!level)
            return;
        Finding finding;
        finding.rule = rule;
        finding.level = *level;
        finding.message = edit.missed_count == 1
                              ? fmt::format("{} zones of this change replace `{} {} {}`, and {} keeps it",
                                            edit.made.size(), made->owner, made->type, made->before, edit.missed_first)
                              : fmt::format("{} zones of this change replace `{} {} {}`, and {} zones keep it",
                                            edit.made.size(), made->owner, made->type, made->before, edit.missed_count);
        finding.span = made->at;
        finding.owner = made->absolute;
        finding.type = made->type;
        finding.data = made->after;
        finding.notes = std::move(edit.missed);
        if (edit.missed_count > most_missed_shown)
            finding.notes.push_back({std::nullopt, fmt::format("{} more do", edit.missed_count - most_missed_shown)});
        finding.help = "change it there too, unless that zone is meant to differ";
        finding.effect = rule->effect;
        finding.fingerprint = fingerprint(finding, zone.apex.view());
        if (zone.report->diff)
            for (DiffLine& line : zone.report->diff->lines)
                if (line.sign == '~' && line.owner == made->owner && line.type == made->type &&
                    line.after == made->after)
                    line.findings.push_back(zone.report->findings.size());
        zone.report->findings.push_back(std::move(finding));
    }

    std::vector<Replaced>& zones_;
    const Settings& settings_;
    std::vector<Edit> edits_;
};

} // namespace

std::vector<Replacement> replacements(const Change& change)
{
    std::vector<Replacement> list;
    Name apex = change.after().apex();
    for (const ChangedSet& set : change.sets()) {
        if (set.type() == Type::SOA || set.uncertain || set.removed.empty() || set.added.empty())
            continue;
        for (const ChangedRecord& record : set.records()) {
            if (!record.before || !record.after)
                continue;
            std::string before = record.before->data_text(), after = record.after->data_text();
            if (before == after)
                continue;
            if (list.size() == most_per_zone)
                return {};
            list.push_back({set.owner().text_below(apex), type_text(set.type()), std::move(before), std::move(after),
                            set.owner().text(), change.after().span(record.after->place())});
        }
    }
    return list;
}

void report_missed_zones(std::vector<Replaced>& zones, const std::vector<ZoneFile>& states, const FindOthers& others,
                         const Settings& settings)
{
    MissedSearch search(zones, settings);
    std::vector<std::string> texts = search.texts();
    if (texts.empty())
        return;
    for (const ZoneFile& file : states)
        search.look_into(file);
    if (others)
        for (const ZoneFile& file : others(texts))
            search.look_into(file);
    search.report();
}

} // namespace zonevet
