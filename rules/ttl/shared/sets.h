// TTLs of sets that are out of bounds. What $TTL gives to a thousand records is one decision and so
// one finding; a TTL that a record states is one of its own.
#pragma once

#include "dns/period.h"
#include "zone/zone.h"

#include <cstddef>
#include <fmt/format.h>
#include <vector>

namespace zonevet::rules {

// "2 more sets have this TTL from the default"
inline std::string others_text(std::size_t others)
{
    return fmt::format("{} more {} this TTL from the default", others, others == 1 ? "set has" : "sets have");
}

// "3600m": ttl-unit-doubtful speaks of it.
inline bool has_doubtful_unit(const Record& record)
{
    const Zone& zone = record.zone();
    return record.ttl_written() && is_unit_doubtful(zone.sources().text(zone.span(record.ttl_place())), record.ttl());
}

// Calls `found(record, others)` for the first record of each set in force whose TTL is
// `wrong(record)`; of the sets that inherited the same TTL only for the first one, with the number
// of the others.
template <class Wrong, class Found> void each_wrong_ttl(const Zone& zone, Wrong wrong, Found found)
{
    struct Inherited {
        Record first;
        std::size_t others = 0;
    };
    std::vector<Inherited> inherited;
    for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
        Record record = zone.record(RecordId{id});
        // A signature has the TTL of its set.
        if (!wrong(record) || !record.ttl_known() || record.type() == Type::RRSIG)
            continue;
        Node node = record.node();
        if (!node.in_zone() || node.hidden_by() || node.find(record.type())->front() != record)
            continue;
        if (record.ttl_written()) {
            found(record, std::size_t{0});
            continue;
        }
        bool known = false;
        for (Inherited& group : inherited)
            if (group.first.ttl() == record.ttl()) {
                ++group.others;
                known = true;
                break;
            }
        if (!known)
            inherited.push_back({record});
    }
    for (const Inherited& group : inherited)
        found(group.first, group.others);
}

} // namespace zonevet::rules
