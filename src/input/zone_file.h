// One zone of one state: which it is, where it is read from, and how much of it is there.
#pragma once

#include "dns/name.h"
#include "text/origins.h"
#include "text/tree.h"
#include "zone/build.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zonevet {

// Which zone a file holds, and who says so.
struct ZoneName {
    OwnedName name;
    // "flag", "config", "server configuration", "input" (a document of another format tells it), "SOA record",
    // "$ORIGIN", "file name"; empty: nothing tells, and the name stands for none.
    std::string from;
    std::string place; // "named.conf:12:6"; empty: in the file itself, or nowhere
};

// Only the file's name tells, or nothing does: nothing is wrong on its strength alone. `from` as in ZoneName.
inline bool is_guess(std::string_view from)
{
    return from.empty() || from == "file name";
}
// The name as text, absolute; throws Failure when it is none.
ZoneName told(std::string_view name, std::string from, std::string place = "");

struct ZoneFile {
    std::string path;                       // in its tree
    std::string shown;                      // as a user would write it; empty: the path
    std::string key;                        // what it is called in both states of a review; empty: `shown`
    const FileTree* tree = nullptr;         // null: the disk. It outlives the file
    std::shared_ptr<const Bytes> bytes;     // already read; null: read `path`
    std::optional<ZoneName> name;           // when something outside of the file tells; nothing: the file does
    std::vector<ZoneName> others{};         // what a server's configuration calls it, against `name`
    bool shared = false;                    // it holds several zones, so that its name cannot be theirs
    std::shared_ptr<const Origins> origins; // `bytes` was written for these files; null: it was not
    Coverage coverage = Coverage::whole;
    bool named = true; // the user named the file itself, not a folder above it
    // Resolved paths of included files that were named: only what is found there is reported. Empty: all.
    std::vector<std::string> only_in{};
    std::string root{}; // resolved; what it may include lies below. Empty: root_of() its tree

    const std::string& shown_path() const { return shown.empty() ? path : shown; }
    const std::string& key_or_path() const { return key.empty() ? shown_path() : key; }
    const FileTree& its_tree() const { return tree != nullptr ? *tree : disk(); }
};

} // namespace zonevet
