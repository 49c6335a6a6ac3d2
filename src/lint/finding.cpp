// Counts over a report.
#include "lint/finding.h"

#include <algorithm>

namespace zonevet {

std::size_t ZoneReport::count(Level level) const
{
    std::size_t count = 0;
    for (const Finding& finding : findings)
        count += finding.level == level ? 1 : 0;
    for (const Hidden& group : hidden)
        count += group.level == level ? group.count : 0;
    return count;
}

std::size_t RunReport::count(Level level) const
{
    std::size_t count = 0;
    for (const ZoneReport& zone : zones)
        count += zone.count(level);
    return count;
}

std::size_t RunReport::suppressed() const
{
    std::size_t count = 0;
    for (const ZoneReport& zone : zones)
        count += zone.suppressed.size();
    return count;
}

std::size_t RunReport::zone_count() const
{
    return static_cast<std::size_t>(
        std::count_if(zones.begin(), zones.end(), [](const ZoneReport& report) { return report.is_zone; }));
}

std::size_t RunReport::records() const
{
    std::size_t count = 0;
    for (const ZoneReport& zone : zones)
        count += zone.records;
    return count;
}

} // namespace zonevet
