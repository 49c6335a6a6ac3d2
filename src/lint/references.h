// What a change takes away and records of other zones still lead to. Private to src/lint.
#pragma once

#include "change/change.h"
#include "lint/finding.h"
#include "lint/review.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

// A name that had an address, or was an alias, and has neither after the change.
struct GoneName {
    OwnedName name;
    std::string owner, type, data; // of the record that is removed
    std::string words;             // "mail A", as the zone would write it
    Span at, former;               // where the change shows it, and where it was
    bool rescued = false;          // another zone or view has it
};

std::vector<GoneName> gone_names(const Change& change);

// One zone of the review and what it lost.
struct Loss {
    ZoneReport* report = nullptr;
    std::shared_ptr<Sources> sources; // of the report; victims are added
    std::string path;                 // of the zone's own file
    OwnedName apex;
    std::vector<GoneName> names;
};

// Looks through `states` (how the zones will be) and `others` (zones the change does not touch), and
// reports in each zone what leads to the names it loses.
void report_references(std::vector<Loss>& losses, std::vector<ZoneFile> states, const FindOthers& others,
                       const Settings& settings);

} // namespace zonevet
