// Reviews a change: both states of each zone are read and judged, and what is reported is what the
// change brings, wherever it stands: a finding that the state before has too is only counted.
#pragma once

#include "change/change.h"
#include "input/zone_file.h"
#include "lint/finding.h"
#include "lint/settings.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zonevet {

struct ZonePair {
    std::optional<ZoneFile> before, after; // nothing: the zone is not there
    std::optional<ZoneFile> upstream;      // what the branch to merge into holds now
    // Whether earlier changes of the zone did not raise its serial either: then whoever publishes it does. Asked only
    // when this change does not; null: nobody knows.
    std::function<bool()> serial_left_alone = nullptr;
};

// Puts together files of the two states that hold the same zone: by path, then by the zone's name,
// so that a renamed file is the same zone.
std::vector<ZonePair> pair_states(std::vector<ZoneFile> before, std::vector<ZoneFile> after, const Settings& settings);

// Zones the change does not touch whose text holds one of `texts` (in any case), or which have a file
// name that a changed zone has.
using FindOthers = std::function<std::vector<ZoneFile>(const std::vector<std::string>& texts)>;

// Zones that do not differ are left out. Throws Failure when a file cannot be read. `others` is asked
// when names go away that another zone may still lead to; null: nobody knows of other zones.
RunReport review_zones(const std::vector<ZonePair>& pairs, const Settings& settings,
                       const FindOthers& others = nullptr);

} // namespace zonevet
