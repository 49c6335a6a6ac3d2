// Paths of a server, found again in a working copy. "/etc/bind/zones/db.example.com" is looked for as
// it is, then by its endings ("zones/db.example.com", "db.example.com") in the folder of the
// configuration and in those above it, up to the root of the tree: the longest ending wins, then the
// nearest folder. Nothing outside of the root is ever found.
#pragma once

#include "text/tree.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class LocalPaths {
public:
    // Both as the tree calls them, symbolic links followed.
    LocalPaths(const std::string& config_file, std::string root, const FileTree& tree);
    const FileTree& tree() const { return tree_; }

    // The real path of a file; empty when it is not in this tree. `folder` is what a relative path is
    // relative to, as the configuration states it.
    std::string find(std::string_view path, std::string_view folder);
    // The same for a path whose last part may be a pattern ("zones.d/*.conf"), or that is a folder,
    // whose files are meant then; sorted.
    std::vector<std::string> find_all(std::string_view path, std::string_view folder);

private:
    std::string at_endings(const std::string& path, bool is_folder);
    std::string inside(const std::string& path, bool is_folder) const;

    const FileTree& tree_;
    std::string root_;                         // empty: all of the tree
    std::vector<std::string> bases_;           // folders, the nearest first
    std::map<std::string, std::string> known_; // where the files of a folder were found last
};

} // namespace zonevet
