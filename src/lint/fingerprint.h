// The identity of a finding that does not change when lines move: SHA-256, the first 32 hex digits,
// over rule, zone, owner, type and canonical data; for findings about text alone, over that text.
#pragma once

#include "lint/finding.h"

#include <string>

namespace zonevet {

std::string fingerprint(const Finding& finding, Name apex);

// Equal findings get a number each, so that no two of a report share a fingerprint.
void number_equal_fingerprints(std::vector<Finding>& findings);

std::string sha256_hex(std::string_view octets, std::size_t digits);

} // namespace zonevet
