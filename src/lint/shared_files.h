// Files that several zones of a run have in common. Private to src/lint.
#pragma once

#include "input/zone_file.h"
#include "lint/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace zonevet {

// Leaves what was found in `file.only_in`: a zone that is only read because it includes a named file speaks about
// that file alone.
void keep_found_in(ZoneReport& report, const ZoneFile& file);
// The lines of a diff point at findings by number: where each of them is now; nothing: it is gone.
void renumber_findings(ZoneReport& report, const std::vector<std::optional<std::size_t>>& now_at);
// Leaves each finding to the first of the zones that have its file, with a note how many others have it.
void tell_once(std::vector<ZoneReport>& zones);

} // namespace zonevet
