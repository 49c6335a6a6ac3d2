// Findings about a text that was written for other files, led back to those. Private to src/lint.
#pragma once

#include "lint/finding.h"
#include "text/origins.h"

#include <cstdint>

namespace zonevet {

// Places in the source `text` become places in the sources from `first` on, which are the files of the
// origins in their order.
void lead_back(ZoneReport& report, const Origins& origins, std::uint32_t text, std::uint32_t first);

// The same for one place; one in another source stays as it is.
void lead_back(Span& span, const Origins& origins, std::uint32_t text, std::uint32_t first);

} // namespace zonevet
