// Whose configuration judges a review, and what the change does to it.
#pragma once

#include "cli/resolve.h"
#include "cli/review.h"
#include "config/config.h"
#include "lint/finding.h"

#include <optional>

namespace zonevet {

// Where the configuration of a review is read from. Of commits it is what they are to be merged into: a change does
// not open its own gate. What is staged is judged by what is staged, on a machine that is one's own. `states`: those
// of git, if that is what is reviewed. Throws Failure when --policy-from means nothing here.
PolicySource policy_source(const Given& given, const std::optional<GitStates>& states);

// A finding (`policy-changed`) for each file of the configuration that the commits change; a configuration that
// nobody could read after them is unread.
void report_policy_change(const Call& call, const GitStates& states, const Config& in_force, const Effective& effective,
                          RunReport& report);

} // namespace zonevet
