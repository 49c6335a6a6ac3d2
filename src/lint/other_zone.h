// Records of zones that a review reads only to explain a finding of another zone. Private to src/lint.
#pragma once

#include "input/zone_file.h"
#include "text/source.h"
#include "zone/zone.h"

namespace zonevet {

// The place as one of the sources of another report, to which its file is added.
Span place_in(Sources& sources, const Zone& zone, const Place& place, const ZoneFile& file);

} // namespace zonevet
