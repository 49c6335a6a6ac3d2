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

class Plan;

// For tests, examples and fuzzing: zones from text. What the settings ask for is prepared once, which costs more than
// a small zone does. The settings outlive it.
class TextCheck {
public:
    explicit TextCheck(const Settings& settings);
    ~TextCheck();
    // `zone_name` empty: the text tells. With `jobs` above 1 the zone is cut into parts.
    ZoneReport operator()(std::string_view text, std::string_view zone_name, const std::string& path = "zone",
                          unsigned jobs = 1) const;

private:
    const Settings& settings_;
    std::unique_ptr<const Plan> plan_;
};

// One of them.
ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path = "zone");

} // namespace zonevet
