// Which files a run looks at, before anything of them is read: what is named, and what folders hold.
#pragma once

#include "input/state.h"
#include "input/unread.h"
#include "input/wanted.h"
#include "text/tree.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace zonevet {

struct Candidate {
    std::string path;  // in its tree
    std::string shown; // as a user would write it
    bool named = false;
    bool is_link = false;
    std::shared_ptr<const Bytes> bytes{}; // standard input; else null
    std::string root{};                   // resolved: the folder that was named, outside of a repository
};

class Discovery {
public:
    // `root`: links that lead out of it lead nowhere; resolved, empty: no limit.
    Discovery(const FileTree& tree, const Wanted& wanted) : tree_(tree), wanted_(wanted), here_(working_directory()) {}

    // What `wanted` says. Throws Failure for what does not exist.
    void add_wanted();
    // A file or a folder as somebody named it.
    void add_named(const std::string& path);
    void add_folder(const std::string& folder);
    // A file that nobody named.
    void add_file(const std::string& path);

    // Sorted by path, each file once; one behind a link only when it is not found where it is.
    std::vector<Candidate> files() const;
    // What was named, or would be a zone by its name, and is a link that leads out.
    const std::vector<Unread>& unread() const { return unread_; }
    bool all_excluded() const { return named_ > 0 && named_ == excluded_; }
    const std::vector<std::string>& asked_for() const { return asked_for_; } // for messages

private:
    void add_standard_input();
    void walk(const std::string& folder, bool only_included);
    void consider(const FolderEntry& entry, bool only_included);
    bool is_excluded(const std::string& path) const { return matches_any(wanted_.exclude, tree_.whole(path)); }
    [[noreturn]] void missing(const std::string& path) const;

    const FileTree& tree_;
    const Wanted& wanted_;
    std::string here_;
    std::string root_;          // of the current walk, resolved
    std::string root_of_files_; // the same outside of a repository, else empty
    std::vector<Candidate> found_;
    std::vector<Unread> unread_;
    std::vector<std::string> asked_for_;
    std::size_t named_ = 0, excluded_ = 0;
    std::uint64_t seen_ = 0; // in folders
    bool has_standard_input_ = false;
};

// What is said of a link that would be a zone by its name and leads where nothing is read.
Unread refused_link(const std::string& shown);

// Not in a folder that no walk enters.
bool is_searched(const std::string& path);

} // namespace zonevet
