// One edit that a change makes in many zones alike, and a zone where it was forgotten. Private to src/lint.
#pragma once

#include "change/change.h"
#include "lint/finding.h"
#include "lint/review.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

// A record that stands in the place of another.
struct Replacement {
    std::string owner, type;   // "@", below the zone; "MX"
    std::string before, after; // data
    std::string absolute;      // the owner as findings name it
    Span at;                   // the new record
};

// Those of a change, as many as a bulk edit may have.
std::vector<Replacement> replacements(const Change& change);

// One zone of the review and what it replaced.
struct Replaced {
    ZoneReport* report = nullptr;
    std::shared_ptr<Sources> sources; // of the report; the places of missed records are added
    OwnedName apex;
    const std::vector<Replacement>* list = nullptr;
};

// Looks through `states` (how the zones will be) and `others` (zones the change does not touch) for records
// that the same edit would have changed, and reports them in the first zone that has it.
void report_missed_zones(std::vector<Replaced>& zones, const std::vector<ZoneFile>& states, const FindOthers& others,
                         const Settings& settings);

} // namespace zonevet
