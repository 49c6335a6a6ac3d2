// The repository: where it is, its commits, and what differs between two of its states. Differences come from
// diff-tree and diff-index: plumbing, which no configuration of the user changes.
#include "git/repository.h"

#include "base/failure.h"
#include "git/objects.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

std::string empty_tree(const GitPlace& place)
{
    return first_line(must(place, {"hash-object", "-t", "tree", "/dev/null"}));
}

// Whether a folder lies within the working tree of a repository.
bool is_in_working_tree(const fs::path& folder)
{
    std::error_code error;
    for (fs::path at = folder;; at = at.parent_path()) {
        if (fs::exists(at / ".git", error))
            return true;
        if (at == at.parent_path())
            return false;
    }
}

ProcessResult find_repository(const fs::path& folder)
{
    std::vector<std::string> question{"rev-parse", "--is-bare-repository", "--absolute-git-dir"};
    std::vector<std::string> explicitly{"-c", "safe.bareRepository=explicit"};
    explicitly.insert(explicitly.end(), question.begin(), question.end());
    ProcessResult found = run_git({folder.string(), "", ""}, explicitly);
    if (found.exit_code == 0 || found.err.find("safe.bareRepository") == std::string::npos)
        return found;
    if (is_in_working_tree(folder))
        throw Failure("this folder is a bare repository that lies within another repository, so a change may have "
                      "put it there\nhelp: when it is the one you mean, name it: GIT_DIR=. zonevet review ...");
    return run_git({folder.string(), "", ""}, question);
}

} // namespace

std::shared_ptr<Repository> Repository::here()
{
    fs::path folder = fs::current_path();
    ProcessResult found = find_repository(folder);
    if (found.exit_code != 0)
        throw Failure("this is no git repository: {}\nhelp: without git, compare with --old PATH --new PATH",
                      reason(found));
    std::vector<std::string_view> lines = split(found.out, '\n');
    std::shared_ptr<Repository> repository(new Repository);
    repository->root_ = std::string(lines.at(1));
    GitPlace place{repository->root_, repository->root_, ""};
    repository->is_bare_ = lines[0] == "true";
    if (!repository->is_bare_) {
        ProcessResult top = run_git({folder.string(), "", ""}, {"rev-parse", "--show-toplevel"});
        if (top.exit_code == 0) {
            repository->root_ = first_line(top.out);
            place.folder = place.work_tree = repository->root_;
        }
    }
    repository->objects_ = std::make_unique<Objects>(place);
    return repository;
}

void Repository::limit_files(std::uint64_t max_file_size)
{
    objects_->limit(max_file_size);
}

const GitPlace& Repository::place() const
{
    return objects_->place();
}

Repository::~Repository() = default;

std::string Repository::find(const std::string& revision) const
{
    if (!revision.empty() && revision.find_first_not_of('0') == std::string::npos && revision.size() >= 40)
        return empty_tree(place());
    ProcessResult result;
    result.exit_code = 1;
    if (!revision.empty() && revision.front() != '-')
        result = run_git(place(), {"rev-parse", "--verify", "--quiet", revision + "^{commit}"});
    if (result.exit_code != 0)
        throw Failure("there is no revision `{}` here\nhelp: a shallow clone holds few commits; fetch it "
                      "(`git fetch origin BRANCH`, or fetch-depth: 0)",
                      defused(revision));
    return first_line(result.out);
}

std::string Repository::head() const
{
    ProcessResult result = run_git(place(), {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
    return result.exit_code == 0 ? first_line(result.out) : empty_tree(place());
}

std::string Repository::merge_base(const std::string& a, const std::string& b, const std::string& shown) const
{
    ProcessResult result = run_git(place(), {"merge-base", a, b});
    if (result.exit_code != 0)
        throw Failure("`{}` has no commit in common with what it is compared with\nhelp: a shallow "
                      "clone does not "
                      "know where they parted; fetch all of it (fetch-depth: 0)",
                      defused(shown));
    return first_line(result.out);
}

std::vector<std::shared_ptr<const Bytes>> Repository::last_versions(const std::string& commit, const std::string& path,
                                                                    unsigned most) const
{
    ProcessResult commits =
        run_git(place(), {"rev-list", "-n", std::to_string(most), commit, "--", ":(top,literal)" + path});
    std::vector<std::shared_ptr<const Bytes>> versions;
    if (commits.exit_code != 0)
        return versions; // the empty tree has no history
    for (std::string_view id : split(commits.out, '\n')) {
        ProcessResult blob = run_git(place(), {"rev-parse", "--verify", "--quiet", fmt::format("{}:{}", id, path)});
        if (blob.exit_code != 0)
            break; // it was not there yet
        std::shared_ptr<const Bytes> bytes = objects_->find(first_line(blob.out));
        if (bytes == nullptr)
            break; // a partial clone
        versions.push_back(std::move(bytes));
    }
    return versions;
}

std::shared_ptr<const Snapshot> Repository::snapshot(const std::string& id, const std::string& label)
{
    return std::make_shared<Snapshot>(*this, id, label);
}

std::shared_ptr<const Snapshot> Repository::index()
{
    if (is_bare_)
        throw Failure("a bare repository has no index: nothing is staged here\nhelp: compare commits with --base REV");
    return std::make_shared<Snapshot>(*this, "", "");
}

Repository::Changed Repository::changed(const Snapshot& before, const Snapshot& after) const
{
    std::vector<std::string> arguments{"diff-tree", "-r"};
    if (after.id().empty())
        arguments = {"diff-index", "--cached", "--ita-invisible-in-index"};
    arguments.insert(arguments.end(), {"--raw", "-z", "--no-renames", "--ignore-submodules=none", before.id()});
    if (!after.id().empty())
        arguments.push_back(after.id());
    std::string out = must(place(), arguments);
    Changed changed;
    std::vector<std::string_view> parts = split(out, '\0');
    // ":100644 100644 OLD NEW M" and then the path.
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        std::string_view modes = parts[i];
        auto is_now_or_was = [&](std::string_view mode) {
            return modes.substr(1, 3) == mode || modes.substr(8, 3) == mode;
        };
        if ((is_now_or_was("100") || is_now_or_was("120")) && !modes.ends_with('U'))
            changed.files.emplace_back(parts[i + 1]);
        else if (is_now_or_was("160"))
            changed.modules.emplace_back(parts[i + 1]);
        if (modes.ends_with('U'))
            throw Failure("`{}` has a merge conflict\nhelp: resolve it and `git add` it", defused(parts[i + 1]));
    }
    std::sort(changed.files.begin(), changed.files.end());
    return changed;
}

} // namespace zonevet
