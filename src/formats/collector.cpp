#include "formats/collector.h"

#include "dns/rdata.h"
#include "zone/build.h"

#include <algorithm>

namespace zonevet {

namespace {

std::string lower(std::string_view text)
{
    std::string made(text);
    for (char& c : made)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return made;
}

std::string set_key(std::string_view owner, std::string_view type)
{
    return lower(owner) + " " + lower(type);
}

} // namespace

std::string absolute(std::string_view name)
{
    std::string made(name);
    if (!made.ends_with('.'))
        made += '.';
    return made;
}

std::string below(std::string_view name, std::string_view zone)
{
    if (name.empty() || name == "@")
        return std::string(zone);
    return std::string(name) + "." + std::string(zone == "." ? "" : zone);
}

std::string quoted_strings(std::string_view text)
{
    constexpr std::size_t longest = 255;
    std::string made;
    do {
        made += (made.empty() ? "" : " ") + quoted_text(text.substr(0, longest));
        text.remove_prefix(std::min(text.size(), longest));
    } while (!text.empty());
    return made;
}

std::string common_suffix(const std::vector<std::string>& names)
{
    OwnedName common;
    bool first = true;
    for (const std::string& text : names) {
        OwnedName name;
        if (!to_name(lower(text), name))
            continue;
        if (first)
            common = name;
        first = false;
        while (!name.view().is_at_or_below(common.view()))
            common = OwnedName(common.view().parent());
    }
    return common.view().label_count() < 2 ? "" : common.view().text();
}

void Collector::add(Side side, const std::string& zone, std::string owner, std::uint32_t ttl,
                    const std::string& type, std::string data, const Value& at)
{
    TextRecord record{std::move(owner), ttl, type, std::move(data), {0, at.from, at.to}, false};
    record.verbatim = at.to <= document_.bytes->view().size() && at.from < at.to &&
                      document_.bytes->view().substr(at.from, at.to - at.from) == record.data;
    Zone& to = zones_[zone];
    (side == Side::before ? to.before : to.after).push_back(std::move(record));
}

ReadState Collector::written(const std::vector<TextRecord>& records, bool partial) const
{
    ZoneText text({{document_.path, document_.bytes}});
    for (const TextRecord& record : records)
        text.add(record);
    return {text.bytes(), text.origins(), partial};
}

// Sets that the document names take the place of those of the base; all others stay.
ReadZone Collector::applied_to_base(const std::string& name, const Zone& zone) const
{
    std::vector<Origins::File> files{{document_.path, document_.bytes},
                                     {options_.base->path, options_.base->bytes}};
    ZoneText before(files), after(files);
    std::set<std::string> named;
    for (const std::vector<TextRecord>* list : {&zone.before, &zone.after})
        for (const TextRecord& record : *list)
            named.insert(set_key(record.owner, record.type));
    OwnedName apex;
    to_name(name, apex);
    BuildOptions build;
    build.include_root =
        disk().resolve(options_.base->path.substr(0, options_.base->path.rfind('/') + 1) + ".");
    BuiltZone base = build_zone(options_.base->path, options_.base->bytes, apex, build);
    for (std::uint32_t i = 0; i < base.zone->record_count(); ++i) {
        Record record = base.zone->record(RecordId{i});
        Span span = base.zone->span(record.place());
        bool own = span.source == base.zone->main_source();
        TextRecord copy{record.owner().text(),
                        record.ttl(),
                        type_text(record.type()),
                        record.data_text(),
                        {1, own ? span.begin : 0, own ? span.end : 0},
                        false};
        before.add(copy);
        if (!named.contains(set_key(copy.owner, copy.type)))
            after.add(copy);
    }
    for (const TextRecord& record : zone.after)
        after.add(record);
    bool partial = zone.has_unknown || base.zone->incomplete();
    return {name, document_.path, ReadState{before.bytes(), before.origins(), partial},
            ReadState{after.bytes(), after.origins(), partial}};
}

std::vector<ReadZone> Collector::changes()
{
    std::vector<ReadZone> read;
    for (const auto& [name, zone] : zones_) {
        if (options_.base && lower(options_.base_zone) == lower(name))
            read.push_back(applied_to_base(name, zone));
        else
            read.push_back(
                {name, document_.path, written(zone.before, true), written(zone.after, true)});
    }
    return read;
}

std::vector<ReadZone> Collector::states()
{
    std::vector<ReadZone> read;
    for (const auto& [name, zone] : zones_)
        read.push_back({name, document_.path, std::nullopt, written(zone.after, zone.has_unknown)});
    return read;
}

} // namespace zonevet
