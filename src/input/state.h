// All zones of one state of the world - the disk, a commit, the index, a folder - for every command alike.
// `check` judges one state, `review` the difference between two.
#pragma once

#include "formats/formats.h"
#include "input/unread.h"
#include "input/wanted.h"
#include "input/zone_file.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

struct State {
    const FileTree* tree = nullptr;  // null: the disk
    std::vector<ZoneFile> zones;     // sorted by path; one file may be several
    std::vector<ReadZone> documents; // those of them that stand in documents of other formats
    std::vector<Unread> unread;
    std::vector<std::string> notes;     // for a person: what cannot be judged, and why
    bool all_excluded = false;          // nothing is left of what was named
    bool set_aside = false;             // something that was named is known to be no zone, and a note says so
    std::vector<std::string> asked_for; // what was named, or is looked through instead
};

// Of a folder (in the tree; nothing: what `wanted` names, as seen from the working directory) or of a file.
// Throws Failure for a path that does not exist.
State read_state(const FileTree& tree, const Wanted& wanted, const std::optional<std::string>& place = std::nullopt);

// Two folders or two files of the disk. What is a zone in one state is one in the other.
std::pair<State, State> read_states(const std::string& before, const std::string& after, const Wanted& wanted);

// Two snapshots, of which only the zones are read that the changed paths touch: themselves, through what they
// include, or because a server's configuration says otherwise what they are.
std::pair<State, State> read_states(const FileTree& before, const FileTree& after,
                                    const std::vector<std::string>& changed, const Wanted& wanted);

// A path of a tree as a user in the working directory would write it.
std::string shown_in(const FileTree& tree, const std::string& path);
// Whether one of `wanted.paths` means a path as shown_in() has it.
bool is_wanted(const std::string& shown, const Wanted& wanted);

// The zones of some files of a tree that nobody asked for by name; what is none, or cannot be read, is left out.
std::vector<ZoneFile> zones_of(const FileTree& tree, const std::vector<std::string>& paths, const Wanted& wanted);

} // namespace zonevet
