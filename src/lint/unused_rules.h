// A rule of the user that found nothing to judge in a whole run is likely misspelt.
#pragma once

#include "lint/finding.h"
#include "lint/settings.h"

namespace zonevet {

// Makes a finding in the file of rules for each of `unused`.
void report_unused_rules(const std::vector<const Rule*>& unused, const Settings& settings, RunReport& report);

} // namespace zonevet
