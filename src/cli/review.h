// Two states, and what there is to say about them besides.
#pragma once

#include "input/state.h"
#include "lint/review.h"
#include "lint/settings.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

struct Comparison {
    std::string title; // "main..HEAD": what is compared
    std::vector<ZonePair> pairs;
    std::vector<std::string> notes; // what cannot be judged, and why
    std::vector<Unread> unread;
    std::vector<std::shared_ptr<const void>> kept; // what the files point into
    FindOthers others;                             // zones that the change does not touch; null: not known
    bool none_is_fine = false;                     // a commit that touches no zone is an everyday thing
};

// --base REV, A..B or A...B; --staged.
Comparison compare_commits(const std::string& range, const Settings& settings, const Wanted& wanted);
Comparison compare_staged(const Settings& settings, const Wanted& wanted);

} // namespace zonevet
