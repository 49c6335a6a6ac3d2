// Two states, and what there is to say about them besides.
#pragma once

#include "input/state.h"
#include "lint/review.h"
#include "lint/settings.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

class Repository;
class Snapshot;

struct Comparison {
    std::string title; // "main..HEAD": what is compared
    std::vector<ZonePair> pairs;
    std::vector<std::string> notes; // what cannot be judged, and why
    std::vector<Unread> unread;
    std::vector<std::shared_ptr<const void>> kept; // what the files point into
    FindOthers others;                             // zones that the change does not touch; null: not known
    bool none_is_fine = false;                     // a commit that touches no zone is an everyday thing
};

// Two states in git, before anything of them is read.
struct GitStates {
    std::string title;
    std::shared_ptr<Repository> repository;
    std::shared_ptr<const Snapshot> before, after;
    std::shared_ptr<const Snapshot> upstream; // what the change is to be merged into, when it has moved on
    std::shared_ptr<const Snapshot> target;   // the same, whether it has or not
};

// --base REV, A..B or A...B; --staged.
GitStates open_commits(const std::string& range);
GitStates open_staged();
Comparison compare_states(const GitStates& states, const Settings& settings, const Wanted& wanted);

} // namespace zonevet
