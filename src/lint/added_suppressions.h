// A comment that comes with a change and silences what the change brings is itself a part of the change: it is told,
// and where the configuration says so it is not in force yet.
#pragma once

#include "lint/finding.h"
#include "lint/settings.h"
#include "zone/build.h"

namespace zonevet {

// `now` as judged, all of it; `former` the state before. The sources are those of both.
void judge_added_suppressions(ZoneReport& now, const ZoneReport& former, const BuiltZone& built_now,
                              const BuiltZone& built_former, const Settings& settings);

} // namespace zonevet
