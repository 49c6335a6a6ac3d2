// The states of a git repository, read from its objects by git itself: the working tree is never
// looked at and never touched. Works in worktrees, bare repositories and inside of hooks.
#pragma once

#include "text/tree.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class Snapshot;

class Repository {
public:
    // The one that holds the working directory. Throws Failure when there is none, and for a bare repository that
    // lies within another one: it is a part of what that one holds.
    static std::shared_ptr<Repository> here();
    ~Repository();

    // Files of more octets are not read; 1 GiB when nobody says.
    void limit_files(std::uint64_t max_file_size);
    // The top of the working tree, absolute; for a bare repository its own folder.
    const std::string& root() const { return root_; }

    // The full id of a commit; of the empty tree for a revision of zeros, as hooks get it for a
    // branch that did not exist. Throws Failure when there is no such revision.
    std::string find(const std::string& revision) const;
    // The id of HEAD, or of the empty tree before the first commit.
    std::string head() const;
    // Where two lines of commits parted. Throws Failure when they have nothing in common.
    std::string merge_base(const std::string& a, const std::string& b, const std::string& shown) const;

    // The file as the last commits up to `commit` that touched it left it, the newest first.
    std::vector<std::shared_ptr<const Bytes>> last_versions(const std::string& commit, const std::string& path,
                                                            unsigned most) const;

    // A commit or tree. `label` stands before its paths when they are shown: "main:".
    std::shared_ptr<const Snapshot> snapshot(const std::string& id, const std::string& label);
    // What would be committed. Throws Failure in a bare repository.
    std::shared_ptr<const Snapshot> index();

    struct Changed {
        std::vector<std::string> files;   // that differ, links among them; sorted
        std::vector<std::string> modules; // submodules that are another commit: what they hold is not here
    };
    Changed changed(const Snapshot& before, const Snapshot& after) const;

private:
    friend class Snapshot;
    Repository() = default;

    std::string root_;
    const struct GitPlace& place() const;
    bool is_bare_ = false;
    std::unique_ptr<class Objects> objects_;
};

// One state: paths are relative to the root.
class Snapshot final : public FileTree {
public:
    Snapshot(Repository& repository, std::string id, std::string label);
    ~Snapshot() override;

    std::string resolve(const std::string& path) const override;
    bool is_link(const std::string& path) const override;
    bool leads_out(const std::string& path) const override;
    std::string folder_behind(const std::string& path) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::vector<std::string> files_of(const std::string& folder) const override;
    std::vector<std::string> folders_of(const std::string& folder) const override;
    std::uint64_t size(const std::string& path) const override;
    std::shared_ptr<const Bytes> read(const std::string& path) const override;
    std::string shown(const std::string& path) const override;

    std::vector<FolderEntry> entries(const std::string& folder) const override;
    std::string whole(const std::string& path) const override;
    std::string inside(const std::string& whole) const override;
    std::vector<std::string> files_with(const std::vector<std::string>& words,
                                        const std::string& folder) const override;
    // Files whose last part satisfies `wanted`.
    std::vector<std::string> files_called(const std::function<bool(std::string_view name)>& wanted) const;
    // The same content under this path in both.
    bool same_file(const Snapshot& other, const std::string& path) const;
    std::string label() const override { return label_; }
    const std::string& id() const { return id_; } // empty: the index

private:
    struct Listing;
    void forget_intended();
    const Listing& listing() const;
    std::string followed(const std::string& path) const;
    std::string_view without_id(std::string_view path) const;
    std::vector<std::string> too_large() const;

    Repository& repository_;
    std::string id_, label_;
    std::unique_ptr<Listing> listing_; // sorted by path
};

} // namespace zonevet
