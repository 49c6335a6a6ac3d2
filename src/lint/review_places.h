// Where the findings of a review stand: on lines of the change. Private to src/lint.
#pragma once

#include "change/change.h"
#include "lint/finding.h"

#include <vector>

namespace zonevet {

// A finding about a record that the change did not touch moves to what caused it, and the record
// becomes a related place. Fills DiffLine::findings.
void place_findings(const Change& change, std::vector<Finding>& findings, ZoneDiff& diff);

} // namespace zonevet
