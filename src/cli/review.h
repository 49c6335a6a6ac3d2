// How `zonevet review` learns the two states of a change: from paths, from git, or from one state
// and a change to apply to it.
#pragma once

#include "cli/config.h"
#include "lint/review.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

struct States {
    std::string title; // "main..HEAD": what is compared
    std::vector<ZonePair> pairs;
    std::vector<std::string> notes; // what cannot be judged, and why
    std::shared_ptr<class Repository> repository;       // the trees read from it
    std::vector<std::shared_ptr<const FileTree>> trees; // the files point into them
    FindOthers others;         // zones that the change does not touch; null: not known
    bool none_is_fine = false; // a commit that touches no zone is an everyday thing
};

// --base, --staged
States states_of_git(const Given& given, const Config& config, const Settings& settings);

} // namespace zonevet
