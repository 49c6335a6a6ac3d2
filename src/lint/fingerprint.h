// The identity of a finding that does not change when lines move: SHA-256, the first 32 hex digits,
// over rule, zone, owner, type and canonical data as far as it lasts (no serial, no salt, no signature); for
// findings about text alone, over what the author wrote. Never the message.
#pragma once

#include "lint/finding.h"

#include <string>
#include <string_view>

namespace zonevet {

// `written` counts when the finding has no owner.
std::string fingerprint(const Finding& finding, Name apex, std::string_view written = {});

// Equal findings get a number each, so that no two of a report share a fingerprint.
void number_equal_fingerprints(std::vector<Finding>& findings);

std::string sha256_hex(std::string_view octets, std::size_t digits);

} // namespace zonevet
