// Checks zone files: reads each file with what it includes, builds the zone, runs the rules, applies
// suppressions, and returns the findings in file order. The answer does not depend on the number of
// threads.
#pragma once

#include "input/zone_file.h"
#include "lint/finding.h"
#include "lint/settings.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

// What cannot be read is among the report's `unread`, and hides nothing of the others. A file that is included by
// another one, and has no SOA record of its own, is not checked as a zone. What several zones have in common,
// because they include one file or are made from one, is reported once.
RunReport check_zones(const std::vector<ZoneFile>& files, const Settings& settings);

// One zone as such a run reads it, for whoever needs its records and no findings. Throws Failure when the file
// cannot be read. `file` outlives it.
std::shared_ptr<const Zone> read_zone(const ZoneFile& file, const Settings& settings);

// For tests and examples: one zone from text. `zone_name` empty: the text tells.
ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path = "zone");

} // namespace zonevet
