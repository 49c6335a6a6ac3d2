// Rules about the time that signatures are valid. A zone that was not signed for long has one
// mistake, not one for each of its signatures, so many are reported as one.
#pragma once

#include "rules/dnssec/shared/signed.h"

#include <algorithm>

namespace zonevet::rules {

struct SignatureTime {
    RecordId signature{};
    std::int64_t inception = 0, expiration = 0; // seconds since 1970
};

struct Times {
    std::vector<SignatureTime> found;
    std::size_t total = 0;
};

// The signatures of the zone for which `wanted(time, today)` is true; `today` is passed in seconds.
template <class Wanted> Times collect_times(const Zone& zone, std::int64_t today, Wanted wanted)
{
    Times times;
    if (!has_signatures(zone))
        return times;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        std::optional<RRset> set = node.in_zone() ? node.find(Type::RRSIG) : std::nullopt;
        if (!set)
            continue;
        for (Record signature : *set) {
            SignatureTime time{signature.id(), seconds_of(signature.number(rrsig::inception), today),
                               seconds_of(signature.number(rrsig::expiration), today)};
            ++times.total;
            // One that ends before it begins is rrsig-period-empty's.
            if (time.inception < time.expiration && wanted(time, today * 86400))
                times.found.push_back(time);
        }
    }
    return times;
}

// Calls `report(signature, time, many)` for each, or for the first when there are many.
template <class Report> void report_times(const Zone& zone, const Times& times, Report report)
{
    constexpr std::size_t few = 5;
    bool many = times.found.size() > few;
    for (std::size_t i = 0; i < (many ? 1 : times.found.size()); ++i)
        report(zone.record(times.found[i].signature), times.found[i], many);
}

} // namespace zonevet::rules
