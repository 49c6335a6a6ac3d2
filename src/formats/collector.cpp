// Records of a document by zone and side, written down as zone files at the end.
#include "formats/collector.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "dns/rdata.h"
#include "formats/yaml_silences.h"
#include "text/source.h"
#include "zone/canonical.h"
#include "zone/zone.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

std::string set_key(std::string_view owner, std::string_view type)
{
    return in_lower_case(owner) + " " + in_lower_case(type);
}

std::string in_upper_case(std::string text)
{
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

std::pair<std::string, std::string> parts_of(const std::string& key)
{
    std::size_t space = std::min(key.find(' '), key.size());
    return {key.substr(0, space), key.substr(std::min(space + 1, key.size()))};
}

} // namespace

void Collector::add(Side side, const std::string& zone, std::string owner, std::uint32_t ttl, const std::string& type,
                    std::string data, const Value& at, Extent extent)
{
    TextRecord record{std::move(owner), ttl, type, std::move(data), {0, at.from, at.to}, false};
    record.verbatim = at.to <= document_.bytes->view().size() && at.from < at.to &&
                      document_.bytes->view().substr(at.from, at.to - at.from) == record.data;
    Zone& to = zones_[zone];
    if (extent == Extent::choice && !joins_choice(to, side, record))
        return;
    if (extent == Extent::whole)
        to.whole.insert(set_key(record.owner, record.type));
    else if (extent == Extent::one && side == Side::before)
        to.gone.push_back(record);
    (side == Side::before ? to.before : to.after).push_back(std::move(record));
}

// All that a client may get, as one set: with one TTL, each record once. A client follows one alias.
bool Collector::joins_choice(Zone& zone, Side side, TextRecord& record)
{
    std::set<std::string>& seen = side == Side::before ? zone.choices_before : zone.choices_after;
    std::string key = set_key(record.owner, record.type);
    if (seen.insert(key).second)
        return seen.insert(key + " " + record.data).second;
    if (record.type == "CNAME" || record.type == "DNAME" || !seen.insert(key + " " + record.data).second)
        return false;
    for (const TextRecord& other : side == Side::before ? zone.before : zone.after)
        if (set_key(other.owner, other.type) == key) {
            record.ttl = other.ttl;
            break;
        }
    return true;
}

void Collector::replace(const std::string& zone, const std::string& owner, const std::string& type)
{
    zones_[zone].whole.insert(set_key(owner, type));
}

void Collector::spelled(Side side, const std::string& zone, const std::string& text)
{
    Zone& in = zones_[zone];
    const TextRecord& last = (side == Side::before ? in.before : in.after).back();
    (side == Side::before ? in.spelled_before : in.spelled_after)[last.owner + " " + last.type].emplace(
        fmt::format("{} {}", last.ttl, last.data), text);
}

void Collector::keep(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                     const Written& written)
{
    Zone& in = zones_[zone];
    Origins::Opaque record;
    record.owner = owner;
    record.type = written.type.empty() ? type : written.type;
    record.value = written.value.words();
    record.ttl = written.ttl;
    record.from = written.value.from;
    record.to = written.value.to;
    (side == Side::before ? in.opaque_before : in.opaque_after).push_back(std::move(record));
}

void Collector::beside(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                       std::string_view called, const Value& value)
{
    std::string words = value.words();
    if (words.empty())
        return;
    keep(side, zone, owner, type, value);
    Origins::Opaque& last = (side == Side::before ? zones_[zone].opaque_before : zones_[zone].opaque_after).back();
    last.is_beside = true;
    last.value = fmt::format("{}: {}", called, words);
}

void Collector::unknown(const std::string& zone, std::string_view why)
{
    Zone& in = zones_[zone];
    in.is_partial = true;
    in.unknown[std::string(why)].insert(fmt::format("{}", ++in.unnamed));
}

void Collector::unknown(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                        const Written& written, std::string_view why)
{
    // An id is that of a record that is there: nothing new can have any name.
    if (why == why::by_id && !zone.empty())
        zones_[zone].unknown[std::string(why)].insert(written.value.words());
    else
        unknown(zone, why);
    if (!zone.empty())
        keep(side, zone, owner.empty() ? "?" : owner, type.empty() ? "?" : type, written);
}

void Collector::untold(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                       const Written& written, std::string_view why, Extent extent)
{
    if (zone.empty() || owner.empty() || has_placeholder(owner))
        return unknown(side, zone, owner, type, written, why);
    Zone& in = zones_[zone];
    (side == Side::before ? in.untold_before : in.untold_after).push_back({owner, type});
    if (!type.empty() && extent == Extent::whole)
        in.whole.insert(set_key(owner, type));
    if (why.empty())
        return; // it is somebody else's
    in.unknown[std::string(why)].insert(set_key(owner, type));
    keep(side, zone, owner, type, written);
}

void Collector::untold_addresses(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                                 const Written& written, std::string_view why)
{
    if (zone.empty() || owner.empty() || has_placeholder(owner))
        return unknown(side, zone, owner, type, written, why);
    Zone& in = zones_[zone];
    for (const char* hidden : {"A", "AAAA"})
        (side == Side::before ? in.untold_before : in.untold_after).push_back({owner, hidden});
    in.unknown[std::string(why)].insert(set_key(owner, ""));
    keep(side, zone, owner, type, written);
}

void Collector::remark(const std::string& zone, Origins::Remark::Kind kind, const Value& at, std::string text,
                       std::string help)
{
    zones_[zone].remarks.push_back({0, at.from, at.to, kind, std::move(text), std::move(help)});
}

void Collector::flaw(const std::string& zone, std::uint64_t from, std::uint64_t to, Mistake mistake,
                     std::string message, std::string help)
{
    zones_[zone].flaws.push_back({{0, from, to}, mistake, std::move(message), std::move(help)});
}

void Collector::foreign(Side side, const std::string& zone, const std::string& owner, const std::string& type,
                        const Written& written)
{
    if (is_alias_type(type))
        return untold_addresses(side, zone, owner, type, written, why::alias);
    if (is_redirect_type(type))
        return untold_addresses(side, zone, owner, type, written, why::not_dns);
    untold(side, zone, owner, "", Written(written.value, written.ttl, type), why::not_dns);
}

ReadState Collector::written(const Zone& zone, Side side, Coverage coverage) const
{
    ZoneText text({{document_.path, document_.bytes}});
    bool is_before = side == Side::before;
    // What stands in the text, in the order of the document where comments tell what they cover.
    std::vector<std::pair<std::uint64_t, std::pair<const Zone::Flaw*, const TextRecord*>>> lines;
    if (!is_before)
        for (const Zone::Flaw& flaw : zone.flaws)
            lines.push_back({flaw.place.from, {&flaw, nullptr}});
    for (const TextRecord& record : is_before ? zone.before : zone.after)
        lines.push_back({record.place.from, {nullptr, &record}});
    YamlSilences silences(is_yaml(document_.path) && !is_before ? document_.bytes->view() : std::string_view());
    if (!silences.empty())
        std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [at, line] : lines) {
        silences.before(at, text);
        if (line.first != nullptr)
            text.flaw(line.first->place, line.first->mistake, line.first->message, line.first->help);
        else
            text.add(*line.second);
    }
    silences.finish(text);
    for (const Origins::Untold& set : is_before ? zone.untold_before : zone.untold_after)
        text.hide(set);
    for (const Origins::Opaque& record : is_before ? zone.opaque_before : zone.opaque_after)
        text.keep(record);
    if (!is_before)
        for (const Origins::Remark& remark : zone.remarks)
            text.remark(remark);
    return {text.bytes(), text.origins(), coverage, is_before ? zone.spelled_before : zone.spelled_after};
}

// With the zone at hand, a change of another one would change nothing.
void Collector::expect_in_zone(const std::string& owner, const std::string& zone) const
{
    OwnedName name, apex;
    if (to_name(owner, name) && to_name(zone, apex) && !name.view().is_at_or_below(apex))
        throw Failure("{}: it changes {}, and `{}` holds {}\nhelp: name the file of that zone with --zone, or say with "
                      "--origin which zone the file holds",
                      defused(document_.path), defused(owner), defused(options_.base->path), defused(zone));
}

// Sets that the document names take the place of those of the base; all others stay.
ReadZone Collector::applied_to_base(const std::string& name, const Zone& zone) const
{
    std::vector<Origins::File> files{{document_.path, document_.bytes}, {options_.base->path, options_.base->bytes}};
    ZoneText before(files), after(files);
    OwnedName apex;
    to_name(name, apex);
    for (const std::string& key : zone.whole)
        expect_in_zone(parts_of(key).first, name);
    for (const std::vector<TextRecord>* records : {&zone.before, &zone.after})
        for (const TextRecord& record : *records)
            expect_in_zone(record.owner, name);
    std::set<std::string> gone, there;
    for (const TextRecord& record : zone.gone)
        gone.insert(set_key(record.owner, record.type) + " " + canonical_data(record.type, record.data, apex.view()));
    const zonevet::Zone& base = *options_.base_records;
    for (std::uint32_t i = 0; i < base.record_count(); ++i) {
        Record record = base.record(RecordId{i});
        Span span = base.span(record.place());
        bool own = span.source == base.main_source();
        TextRecord copy{record.owner().text(),
                        record.ttl(),
                        type_text(record.type()),
                        record.data_text(),
                        {1, own ? span.begin : 0, own ? span.end : 0},
                        false};
        before.add(copy);
        std::string key = set_key(copy.owner, copy.type);
        if (!zone.whole.contains(key) && !gone.contains(key + " " + copy.data)) {
            after.add(copy);
            there.insert(key + " " + copy.data);
        }
    }
    for (const TextRecord& record : zone.after)
        if (zone.whole.contains(set_key(record.owner, record.type)) ||
            !there.contains(set_key(record.owner, record.type) + " " +
                            canonical_data(record.type, record.data, apex.view())))
            after.add(record);
    // What could not be read there is not known here either.
    for (std::uint32_t id = 0; id < base.name_count(); ++id)
        if (Node node = base.node(NameId{id}); node.uncertain())
            for (ZoneText* state : {&before, &after})
                state->hide({node.name().text(), ""});
    for (const Origins::Untold& set : zone.untold_before)
        before.hide(set);
    for (const Origins::Untold& set : zone.untold_after)
        after.hide(set);
    for (const Origins::Opaque& record : zone.opaque_before)
        before.keep(record);
    for (const Origins::Opaque& record : zone.opaque_after)
        after.keep(record);
    for (const Origins::Remark& remark : zone.remarks)
        after.remark(remark);
    // The zone file does not say what each of the sets holds that a client may get.
    for (const std::set<std::string>* choices : {&zone.choices_before, &zone.choices_after})
        for (const std::string& key : *choices)
            if (auto [owner, type] = parts_of(key); type.find(' ') == std::string::npos) {
                before.hide({owner, type});
                after.hide({owner, type});
            }
    Coverage coverage = zone.unnamed > 0 || base.incomplete() ? Coverage::part : Coverage::whole;
    return {name,
            "",
            document_.path,
            ReadState{before.bytes(), before.origins(), coverage, zone.spelled_before},
            ReadState{after.bytes(), after.origins(), coverage, zone.spelled_after},
            notes(name, zone)};
}

std::vector<std::string> Collector::notes(const std::string& name, const Zone& zone) const
{
    std::vector<std::string> list;
    for (const auto& [why, sets] : zone.unknown)
        list.push_back(fmt::format("{}: {} record set{}{}{} not evaluated: {}", defused(document_.path), sets.size(),
                                   sets.size() == 1 ? "" : "s", name.empty() ? "" : " of " + defused(name),
                                   sets.size() == 1 ? " is" : " are", why));
    return list;
}

// Sets that go, and of which nothing is said but that.
void Collector::keep_unseen(Zone& zone)
{
    std::set<std::string> seen;
    for (const std::vector<TextRecord>* records : {&zone.before, &zone.after})
        for (const TextRecord& record : *records)
            seen.insert(set_key(record.owner, record.type));
    for (const std::vector<Origins::Opaque>* records : {&zone.opaque_before, &zone.opaque_after})
        for (const Origins::Opaque& record : *records)
            seen.insert(set_key(record.owner, record.type));
    for (const std::string& key : zone.whole)
        if (auto [owner, type] = parts_of(key); !seen.contains(key))
            zone.opaque_before.push_back({owner, in_upper_case(type), "(all that are there)", 0, false, 0, 0, 0});
}

std::vector<ReadZone> Collector::changes()
{
    std::vector<ReadZone> read;
    for (auto& [key, zone] : zones_) {
        auto [name, view] = parts_of(key);
        if (name.empty()) {
            read.push_back({name, view, document_.path, std::nullopt, std::nullopt, notes(name, zone)});
            continue;
        }
        if (options_.base_records && in_lower_case(options_.base_zone) == in_lower_case(name)) {
            read.push_back(applied_to_base(name, zone));
            continue;
        }
        keep_unseen(zone);
        read.push_back({name, view, document_.path, written(zone, Side::before, Coverage::part),
                        written(zone, Side::after, Coverage::part), notes(name, zone)});
        // What goes is not in the document: without the zone there is nothing to show.
        if (zone.before.empty() && zone.after.empty() && zone.untold_before.empty() && zone.untold_after.empty() &&
            !zone.whole.empty())
            read.back().notes.push_back(
                fmt::format("{}: it deletes record sets of {} that it does not show: give the zone "
                            "with --zone",
                            defused(document_.path), defused(name)));
    }
    expect_zone_of_base(read, document_, options_);
    return read;
}

std::vector<ReadZone> Collector::states()
{
    std::vector<ReadZone> read;
    for (const auto& [key, zone] : zones_) {
        auto [name, view] = parts_of(key);
        std::optional<ReadState> state;
        if (!name.empty()) {
            state = written(zone, Side::after,
                            zone.is_partial        ? Coverage::part
                            : zone.is_without_apex ? Coverage::without_apex
                                                   : Coverage::whole);
            state->is_part = zone.is_part;
        }
        read.push_back({name, view, document_.path, std::nullopt, std::move(state), notes(name, zone)});
    }
    return read;
}

} // namespace zonevet
