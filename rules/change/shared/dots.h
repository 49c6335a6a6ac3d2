// A name in the data whose final dot came or went, so that it is another name now.
#pragma once

#include "change/change.h"

#include <string_view>
#include <vector>

namespace zonevet::rules {

// The record before and after, with the name as each has it.
struct ChangedDot {
    Record before, after;
    Field field;
    std::string_view old_text, new_text;
};

// Those of the set that are mistakes by all that the zone shows.
std::vector<ChangedDot> changed_dots(const Change& change, const ChangedSet& set);
// target-dot-changed tells what is wrong with the new record.
bool has_changed_dot(const Change& change, const Record& added);

} // namespace zonevet::rules
