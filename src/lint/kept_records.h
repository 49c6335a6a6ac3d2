// What a review shows although no RRset of the zone holds it: records that a document writes and no zone file can
// hold, entries that could not be read, records outside of the zone.
#pragma once

#include "lint/finding.h"
#include "text/origins.h"
#include "zone/build.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zonevet {

struct KeptRecord {
    Origins::Opaque record;
    Span span; // among the sources of the zone
};

// Of one state. `origins` may be null; its files are the sources from `first_origin` on.
std::vector<KeptRecord> kept_records(const BuiltZone& built, const Origins* origins, std::uint32_t first_origin);

bool kept_differs(const std::vector<KeptRecord>& before, const std::vector<KeptRecord>& after);

// What only one of the states has becomes lines of the difference.
void add_kept_lines(const std::vector<KeptRecord>& before, const std::vector<KeptRecord>& after, Name apex,
                    ZoneDiff& diff);

} // namespace zonevet
