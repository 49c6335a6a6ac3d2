// Zones are read only when their text can name what is gone.
#include "lint/references.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "lint/fingerprint.h"
#include "lint/judge.h"
#include "lint/other_zone.h"
#include "text/tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace zonevet {

namespace {

constexpr std::size_t most_shown = 5; // victims of one name; the others are counted

bool leads_somewhere(Type type)
{
    return type == Type::A || type == Type::AAAA || type == Type::CNAME;
}

// What every way to write the name in another zone contains: "mail.example". A zone above may write
// it relative to itself, but the name itself cannot be all it writes.
std::string text_to_find(Name name)
{
    std::string text = name.text();
    std::size_t dot = text.find('.');
    if (dot == std::string::npos || text.find('\\') != std::string::npos)
        return "";
    dot = text.find('.', dot + 1);
    return dot == std::string::npos ? "" : text.substr(0, dot);
}

struct Victim {
    std::string zone, words;
    Span span;
    bool is_reverse = false; // a PTR record: nothing fails, but it is no longer true
};

Finding finding_about(const GoneName& gone, const std::vector<Victim>& victims, const Rule& rule)
{
    const Victim& first = victims.front();
    Finding finding;
    finding.rule = &rule;
    finding.message = fmt::format("`{}` is removed, but {} of {} {} to it", gone.words, first.words, first.zone,
                                  first.is_reverse ? "still points" : "leads");
    finding.span = gone.at;
    finding.label = "a removal has no line, so it is shown here";
    finding.owner = gone.owner;
    finding.type = gone.type;
    finding.data = gone.data;
    finding.notes.push_back({gone.former, "what is removed"});
    for (std::size_t i = 0; i < std::min(victims.size(), most_shown); ++i)
        finding.notes.push_back({victims[i].span, fmt::format("what leads to it, in zone {}", victims[i].zone)});
    if (victims.size() > most_shown)
        finding.notes.push_back({std::nullopt, fmt::format("{} more records do", victims.size() - most_shown)});
    finding.help = "change or remove what leads to it first, or keep the name";
    finding.effect = rule.effect;
    return finding;
}

// Finds the victims: zone by zone, each read only when its text may name something that is gone.
class Search {
public:
    Search(std::vector<Loss>& losses, const Settings& settings) : losses_(losses), settings_(settings)
    {
        for (std::size_t i = 0; i < losses.size(); ++i)
            for (std::size_t j = 0; j < losses[i].names.size(); ++j) {
                const GoneName& gone = losses[i].names[j];
                by_name_[in_lower_case(gone.name.view().text())].push_back({i, j});
                if (std::string part = text_to_find(gone.name.view()); !part.empty())
                    texts_.insert(part);
            }
        for (const std::string& part : texts_)
            shapes_[{part.find('.'), part.size()}].insert(in_lower_case(part));
        found_.resize(losses.size());
        for (std::size_t i = 0; i < losses.size(); ++i)
            found_[i].resize(losses[i].names.size());
    }

    std::vector<std::string> texts() const { return {texts_.begin(), texts_.end()}; }

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
        // A file of the same name is likely another view of the zone.
        bool is_view = std::any_of(losses_.begin(), losses_.end(), [&](const Loss& loss) {
            return loss.path != file.path && last_part(loss.path) == last_part(file.path);
        });
        if (!is_view && !may_name(text))
            return;
        ZoneReport report;
        BuiltZone built = open_zone(file, settings_, 1, nullptr, report);
        const Zone& zone = *built.zone;
        rescue(zone, file);
        for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
            Record record = zone.record(RecordId{id});
            const TypeSpec* spec = find_type(record.type());
            if (spec == nullptr || !record.node().in_zone() || record.type() == Type::SOA ||
                record.type() == Type::NSEC || record.type() == Type::RRSIG)
                continue;
            for (std::size_t i = 0; i < spec->fields.size(); ++i)
                if (spec->fields[i].kind == FieldKind::name)
                    look_at(record, {record.type(), static_cast<std::uint8_t>(i)}, zone, file);
        }
    }

    void report()
    {
        const std::vector<Rule>& rules = settings_.catalogue();
        for (std::size_t i = 0; i < losses_.size(); ++i)
            for (std::size_t j = 0; j < found_[i].size(); ++j)
                for (bool reverse : {false, true}) {
                    if (losses_[i].names[j].rescued)
                        break;
                    std::vector<Victim> victims;
                    for (const Victim& victim : found_[i][j])
                        if (victim.is_reverse == reverse)
                            victims.push_back(victim);
                    const Rule* rule = find_rule(reverse ? "removed-name-in-reverse" : "removed-name-in-use", rules);
                    if (victims.empty() || rule == nullptr) // a test of one rule knows only that
                        continue;
                    if (std::optional<Level> level =
                            level_in_zone(static_cast<std::size_t>(rule - rules.data()), settings_, *losses_[i].report))
                        add(losses_[i], finding_about(losses_[i].names[j], victims, *rule), *level);
                }
    }

private:
    // A look at each dot, however many names are gone.
    bool may_name(std::string_view text) const
    {
        std::string lower = in_lower_case(text);
        for (std::size_t at = lower.find('.'); at != std::string::npos; at = lower.find('.', at + 1))
            for (const auto& [shape, parts] : shapes_)
                if (at >= shape.first && parts.contains(lower.substr(at - shape.first, shape.second)))
                    return true;
        return false;
    }

    void look_at(const Record& record, Field field, const Zone& zone, const ZoneFile& file)
    {
        auto hits = by_name_.find(in_lower_case(record.name(field).text()));
        if (hits == by_name_.end())
            return;
        for (auto [loss, name] : hits->second) {
            // The zone's own records are judged by the rules about the zone.
            if (zone.apex() == losses_[loss].apex.view())
                continue;
            Victim victim;
            victim.zone = zone.apex().text();
            victim.words = fmt::format("`{} {}`", record.owner().text_below(zone.apex()), record.type());
            victim.is_reverse = record.type() == Type::PTR;
            victim.span = place_in(*losses_[loss].sources, zone, record.at(field), file);
            found_[loss][name].push_back(std::move(victim));
        }
    }

    // A name that another zone, or another view of this one, still has is not gone.
    void rescue(const Zone& zone, const ZoneFile& file)
    {
        for (std::size_t i = 0; i < losses_.size(); ++i)
            for (std::size_t j = 0; j < losses_[i].names.size(); ++j) {
                Name name = losses_[i].names[j].name.view();
                if (losses_[i].path == file.path || !name.is_at_or_below(zone.apex()))
                    continue;
                Existence is = zone.look_up_address(name).is;
                if (is == Existence::found || is == Existence::alias)
                    losses_[i].names[j].rescued = true;
            }
    }

    static void add(Loss& loss, Finding finding, Level level)
    {
        finding.level = level;
        finding.fingerprint = fingerprint(finding, loss.apex.view());
        if (loss.report->diff)
            for (DiffLine& line : loss.report->diff->lines)
                if (line.sign == '-' && line.type == finding.type && line.before == finding.data)
                    line.findings.push_back(loss.report->findings.size());
        loss.report->findings.push_back(std::move(finding));
    }

    std::vector<Loss>& losses_;
    const Settings& settings_;
    std::unordered_map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> by_name_;
    std::set<std::string> texts_;
    // By where the dot is and the length, in lower case.
    std::map<std::pair<std::size_t, std::size_t>, std::unordered_set<std::string>> shapes_;
    std::vector<std::vector<std::vector<Victim>>> found_; // by loss and name
};

} // namespace

std::vector<GoneName> gone_names(const Change& change)
{
    std::vector<GoneName> gone;
    if (!change.complete() && !change.zone_removed())
        return gone;
    const ChangedSet* last = nullptr;
    for (const ChangedSet& set : change.sets()) {
        if (!leads_somewhere(set.type()) || !set.is_gone() || (last != nullptr && last->owner() == set.owner()))
            continue;
        if (!change.zone_removed() && !change.after().look_up_address(set.owner()).missing())
            continue;
        last = &set;
        GoneName name;
        name.name = OwnedName(set.owner());
        name.owner = set.owner().text();
        name.type = type_text(set.type());
        name.data = set.removed.front().data_text();
        name.words = fmt::format("{} {}", set.owner().text_below(change.after().apex()), set.type());
        name.at = change.after().span(change.place(set));
        name.former = change.before().span(set.removed.front().place());
        gone.push_back(std::move(name));
    }
    return gone;
}

void report_references(std::vector<Loss>& losses, std::vector<ZoneFile> states, const FindOthers& others,
                       const Settings& settings)
{
    Search search(losses, settings);
    if (others)
        for (ZoneFile& file : others(search.texts()))
            states.push_back(std::move(file));
    for (const ZoneFile& file : states)
        search.look_into(file);
    search.report();
}

} // namespace zonevet
