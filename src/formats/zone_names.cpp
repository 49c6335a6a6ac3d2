// The zone of a name where a document does not say it: the longest that is known, else the registered domain.
#include "formats/zone_names.h"

#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "formats/collector.h"

namespace zonevet {

ZoneNames::ZoneNames(const ReadOptions& options)
{
    if (!options.origin.empty())
        know(options.origin);
    if (!options.base_zone.empty())
        know(options.base_zone);
}

void ZoneNames::know(std::string_view zone)
{
    known_.insert(in_lower_case(absolute(zone)));
}

std::string ZoneNames::of(std::string_view owner) const
{
    std::string name = in_lower_case(absolute(owner));
    for (std::string at = name;;) {
        if (known_.contains(at))
            return at;
        std::size_t dot = at.find('.');
        if (dot + 1 >= at.size())
            break;
        at.erase(0, dot + 1);
    }
    std::string registered = registered_domain(name);
    return registered.empty() ? name : absolute(registered);
}

} // namespace zonevet
