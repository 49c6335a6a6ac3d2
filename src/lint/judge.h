// One zone from its file to its findings. Private to src/lint: `check` runs it once for each zone,
// `review` for both states of each.
#pragma once

#include "change/change.h"
#include "input/naming.h"
#include "lint/finding.h"
#include "lint/plan.h"
#include "lint/settings.h"
#include "zone/build.h"

#include <memory>
#include <string>

namespace zonevet {

// Throws Failure when the file cannot be read or is too large.
std::shared_ptr<const Bytes> bytes_of(const ZoneFile& file, const Settings& settings);
// Reads the file and what it includes; fills everything of the report but the findings.
BuiltZone open_zone(const ZoneFile& file, const Settings& settings, unsigned jobs, std::shared_ptr<Sources> sources,
                    ZoneReport& report);
// Runs the rules, applies suppressions, describes. With a change: also the rules about changes, and
// when it removes the zone only those.
void judge(const BuiltZone& built, const Plan& plan, const Settings& settings, unsigned jobs, ZoneReport& report,
           const Change* change = nullptr);

// Where nothing tells the zone's name, the one that stands for it is never shown: takes it out of all texts.
void hide_name(ZoneReport& report);

// The level a rule has in one zone, with the [[override]] tables that fit; nothing when it is off. For
// what is found outside of judge().
std::optional<Level> level_in_zone(std::size_t rule, const Settings& settings, const ZoneReport& report);

} // namespace zonevet
