// Who includes whom, of all files of a tree: the one answer to what a text includes is the lexer's.
#pragma once

#include "text/tree.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace zonevet {

// The files that a text includes, as written.
std::vector<std::string> included_by(std::string_view text);

class IncludeIndex {
public:
    explicit IncludeIndex(const FileTree& tree) : tree_(tree) {}

    // Takes in the files in and below a folder; a folder costs one search, whoever asks again.
    void add_folder(const std::string& folder);
    void add_file(const std::string& path);

    // Files that include this one (resolved path) themselves. Of a file that is not there any more, those that
    // name one of its name.
    std::vector<std::string> includers_of(const std::string& path) const;
    // The zones (`is_zone`) that include it, directly or through other files. Resolved paths, sorted.
    std::vector<std::string> zones_with(const std::string& path,
                                        const std::function<bool(const std::string& path)>& is_zone) const;

private:
    const FileTree& tree_;
    std::set<std::string> folders_, files_;
    std::map<std::string, std::vector<std::string>> includers_; // by the resolved path of what is included
    std::map<std::string, std::vector<std::string>> missing_;   // by the last part of what is not there
};

} // namespace zonevet
