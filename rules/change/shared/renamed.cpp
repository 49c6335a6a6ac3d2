#include "rules/change/shared/renamed.h"

#include "rules/change/shared/lines.h"
#include "rules/names/shared/targets.h"

#include <algorithm>
#include <unordered_map>

namespace zonevet::rules {

namespace {

bool is_of_interest(const ChangedSet& set)
{
    return !set.uncertain && set.type() != Type::RRSIG && set.type() != Type::NSEC && set.type() != Type::NSEC3;
}

bool has_records(const Zone& zone, Name name)
{
    std::optional<Node> node = zone.find(name);
    return node && node->has_records();
}

} // namespace

std::vector<Renamed> renamed_records(const Change& change)
{
    std::unordered_multimap<std::string_view, Record> gone;
    for (const ChangedSet& set : change.sets())
        if (is_of_interest(set))
            for (const Record& record : set.removed)
                if (!record.generated())
                    gone.emplace(lines_of(record), record);
    std::vector<Renamed> found;
    if (gone.empty())
        return found;
    for (const ChangedSet& set : change.sets()) {
        if (!is_of_interest(set))
            continue;
        for (const Record& record : set.added) {
            auto old = gone.find(lines_of(record));
            if (old == gone.end() || old->second.type() != record.type() || old->second.owner() == record.owner())
                continue;
            found.push_back({old->second, record});
            gone.erase(old);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Renamed& a, const Renamed& b) { return a.after.id() < b.after.id(); });
    return found;
}

bool is_move(const Change& change, const Renamed& renamed)
{
    return !has_records(change.after(), renamed.before.owner()) && !has_records(change.before(), renamed.after.owner());
}

Name origin_of(const Record& record)
{
    OwnedName alone;
    std::string_view text = written(record, record.owner_place());
    if (text == "@")
        return record.owner();
    if (!is_relative(text) || !to_name(text, alone) || alone.view().label_count() > record.owner().label_count())
        return Name();
    return record.owner().ancestor(record.owner().label_count() - alone.view().label_count());
}

Record head_of(Record record)
{
    while (!record.owner_written() && static_cast<std::uint32_t>(record.id()) > 0)
        record = record.zone().record(RecordId{static_cast<std::uint32_t>(record.id()) - 1});
    return record;
}

} // namespace zonevet::rules
