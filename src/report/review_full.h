// The record diff of a review as a person reads it; private to `full`.
#pragma once

#include "report/report.h"

namespace zonevet {

// "zone example.com.   serial 1 -> 2" and a line for each record that changes.
std::string review_zone_text(const ZoneReport& zone, const ReportStyle& style);
// "verdict: ...".
std::string review_verdict(const RunReport& run, const ReportStyle& style);

} // namespace zonevet
