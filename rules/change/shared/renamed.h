// Records whose line is in both states, but which belong to another name now.
#pragma once

#include "change/change.h"

#include <vector>

namespace zonevet::rules {

// One line of both states that belongs to one name before and to another after.
struct Renamed {
    Record before, after;
};

// In the order of the new file. Lines that people write only: signers lay out theirs anew each time.
std::vector<Renamed> renamed_records(const Change& change);
// One name disappears and the other appears. Names that are in both states may have got each other's
// values, which is no move.
bool is_move(const Change& change, const Renamed& renamed);
// What was put behind the owner as it is written: the origin. The root when that cannot be told.
Name origin_of(const Record& record);
// The record whose owner the blank owner of this one repeats.
Record head_of(Record record);

} // namespace zonevet::rules
