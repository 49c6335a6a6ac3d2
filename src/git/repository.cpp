// Lists of files come from ls-tree and ls-files, differences from diff-tree and diff-index:
// plumbing, which no configuration of the user changes.
#include "git/repository.h"

#include "base/failure.h"
#include "git/process.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view fetch_first =
    "a partial clone lacks what was never checked out, and nothing is fetched here; fetch it first "
    "(`git fetch --refetch --no-filter`), or clone without --filter";

} // namespace

// Shared by all snapshots: one git process reads all files.
class Objects {
public:
    explicit Objects(const GitPlace& place) : place_(place), reader_(place) {}

    const GitPlace& place() const { return place_; }
    std::uint64_t most() const { return reader_.most(); }
    void limit(std::uint64_t most) { reader_.limit(most); }

    // Null: the clone does not have it.
    std::shared_ptr<const Bytes> find(const std::string& id)
    {
        std::lock_guard lock(mutex_);
        std::shared_ptr<const Bytes>& bytes = kept_[id];
        if (bytes == nullptr)
            if (std::optional<std::string> octets = reader_.read(id))
                bytes = std::make_shared<Bytes>(std::move(*octets));
        return bytes;
    }
    // Throws Failure that names the file.
    std::shared_ptr<const Bytes> read(const std::string& id, const std::string& shown)
    {
        try {
            if (std::shared_ptr<const Bytes> bytes = find(id))
                return bytes;
        } catch (const Failure& failure) {
            throw Failure("cannot read `{}`: {}", defused(shown), failure.what());
        }
        throw Failure("cannot read `{}`: this clone does not have it\nhelp: {}", defused(shown), fetch_first);
    }
    std::uint64_t size(const std::string& id)
    {
        std::lock_guard lock(mutex_);
        if (auto found = kept_.find(id); found != kept_.end() && found->second != nullptr)
            return found->second->view().size();
        return reader_.size(id).value_or(0);
    }

private:
    GitPlace place_;
    std::mutex mutex_;
    ObjectReader reader_;
    std::map<std::string, std::shared_ptr<const Bytes>> kept_;
};

namespace {

std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

// What git said, without its own "fatal: ".
std::string reason(const ProcessResult& result)
{
    if (result.err.find("promisor remote") != std::string::npos)
        return fmt::format("this clone does not have all that it needs\nhelp: {}", fetch_first);
    std::string text = first_line(result.err);
    for (std::string_view head : {"fatal: ", "error: "})
        if (text.starts_with(head))
            text.erase(0, head.size());
    return defused(text);
}

std::string must(const GitPlace& place, const std::vector<std::string>& arguments)
{
    ProcessResult result = run_git(place, arguments);
    if (result.exit_code != 0)
        throw Failure("git {} failed: {}", arguments.front(), reason(result));
    return std::move(result.out);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string empty_tree(const GitPlace& place)
{
    return first_line(must(place, {"hash-object", "-t", "tree", "/dev/null"}));
}

} // namespace

namespace {

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

struct Snapshot::Listing {
    struct Entry {
        std::string path, id;
        bool is_link = false;
        bool operator<(const Entry& other) const { return path < other.path; }
    };
    std::vector<Entry> entries; // sorted
    bool has_links = false;

    const Entry* find(std::string_view path) const
    {
        auto at = std::lower_bound(entries.begin(), entries.end(), path,
                                   [](const Entry& entry, std::string_view key) { return entry.path < key; });
        return at != entries.end() && at->path == path ? &*at : nullptr;
    }
};

Snapshot::Snapshot(Repository& repository, std::string id, std::string label)
    : repository_(repository), id_(std::move(id)), label_(std::move(label)), listing_(std::make_unique<Listing>())
{
    std::vector<std::string> arguments{"ls-tree", "-r", "-z", "--full-tree", id_};
    if (id_.empty())
        arguments = {"ls-files", "--stage", "-z"};
    std::string out = must(repository_.place(), arguments);
    // "100644 blob ID\tPATH", or "100644 ID STAGE\tPATH".
    for (std::string_view line : split(out, '\0')) {
        std::size_t tab = std::min(line.find('\t'), line.size() - 1);
        std::vector<std::string_view> words = split(line.substr(0, tab), ' ');
        bool is_link = line.starts_with("120");
        listing_->has_links = listing_->has_links || is_link;
        if (words.size() == 3 && (is_link || line.starts_with("100")))
            listing_->entries.push_back(
                {std::string(line.substr(tab + 1)), std::string(words[id_.empty() ? 1 : 2]), is_link});
    }
    std::sort(listing_->entries.begin(), listing_->entries.end());
    if (id_.empty())
        forget_intended();
}

// `git add -N` notes a file as an empty one, and no commit will hold it.
void Snapshot::forget_intended()
{
    // Without --no-filters an attribute of the repository would run a command of its configuration.
    const std::string empty =
        first_line(must(repository_.place(), {"hash-object", "--no-filters", "-t", "blob", "/dev/null"}));
    std::vector<Listing::Entry>& entries = listing_->entries;
    if (std::none_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == empty; }))
        return;
    auto added = [&](const char* flag) {
        return must(repository_.place(),
                    {"diff-index", "--cached", "--name-only", "--no-renames", "-z", flag, repository_.head()});
    };
    std::string with_them = added("--ita-visible-in-index"), without = added("--ita-invisible-in-index");
    std::set<std::string_view> intended;
    for (std::string_view path : split(with_them, '\0'))
        intended.insert(path);
    for (std::string_view path : split(without, '\0'))
        intended.erase(path);
    std::erase_if(entries, [&](const auto& entry) { return intended.contains(entry.path); });
}

Snapshot::~Snapshot() = default;

const Snapshot::Listing& Snapshot::listing() const
{
    return *listing_;
}

// Links in the path followed; empty when they go in circles. Nothing need be there, and it may lie outside.
std::string Snapshot::followed(const std::string& path) const
{
    constexpr int most_links = 16;
    std::string at = fs::path(path).lexically_normal().string();
    for (int i = 0; i < most_links; ++i) {
        const Listing::Entry* entry = listing().find(at);
        if (!listing().has_links || (entry != nullptr && !entry->is_link))
            return at;
        // A folder above it may be the link.
        std::size_t slash = at.size();
        while (entry == nullptr && (slash = at.rfind('/', slash - 1)) != std::string::npos && slash > 0)
            entry = listing().find(std::string_view(at).substr(0, slash));
        if (entry == nullptr || !entry->is_link)
            return at;
        std::string target(repository_.objects_->read(entry->id, shown(entry->path))->view());
        fs::path next = fs::path(entry->path).parent_path() / target;
        if (slash < at.size())
            next /= at.substr(slash + 1);
        at = next.lexically_normal().string();
        while (at.ends_with('/'))
            at.pop_back();
        if (at == ".." || at.starts_with("../") || at.starts_with('/'))
            return at; // it leaves the repository
    }
    return "";
}

std::string Snapshot::resolve(const std::string& path) const
{
    std::string at = followed(path);
    return listing().find(at) != nullptr ? at : "";
}

bool Snapshot::is_link(const std::string& path) const
{
    const Listing::Entry* entry = listing().find(path);
    return entry != nullptr && entry->is_link;
}

bool Snapshot::leads_out(const std::string& path) const
{
    std::string at = is_link(path) ? followed(path) : "";
    return at.starts_with('/') || at == ".." || at.starts_with("../");
}

std::string Snapshot::folder_behind(const std::string& path) const
{
    std::string at = is_link(path) ? followed(path) : "";
    return !at.empty() && is_folder(at) ? at : "";
}

bool Snapshot::is_file(const std::string& path) const
{
    return !resolve(path).empty();
}

std::uint64_t Snapshot::size(const std::string& path) const
{
    std::string real = resolve(path);
    return real.empty() ? 0 : repository_.objects_->size(listing().find(real)->id);
}

std::shared_ptr<const Bytes> Snapshot::read(const std::string& path) const
{
    std::string real = resolve(path);
    if (real.empty())
        throw Failure("there is no file `{}`", defused(shown(path)));
    return repository_.objects_->read(listing().find(real)->id, shown(path));
}

std::string Snapshot::shown(const std::string& path) const
{
    if (!label_.empty())
        return label_ + path;
    std::error_code error;
    fs::path whole = fs::path(repository_.root()) / path;
    return whole.lexically_relative(fs::current_path(error)).string();
}

// "ID:path", as git grep names the files of a commit.
std::string_view Snapshot::without_id(std::string_view path) const
{
    return !id_.empty() && path.size() > id_.size() ? path.substr(id_.size() + 1) : path;
}

std::vector<std::string> Snapshot::too_large() const
{
    std::string questions;
    for (const Listing::Entry& entry : listing().entries)
        questions += entry.id + "\n";
    std::string answers = run_git(repository_.place(), {"cat-file", "--batch-check", "--buffer"}, questions).out;
    std::vector<std::string> paths;
    std::size_t at = 0;
    for (std::string_view answer : split(answers, '\n')) {
        if (at < listing().entries.size() && size_in(answer).value_or(0) > repository_.objects_->most())
            paths.push_back(listing().entries[at].path);
        ++at;
    }
    return paths;
}

std::vector<std::string> Snapshot::files_with(const std::vector<std::string>& words, const std::string& folder) const
{
    if (words.empty())
        return {};
    // -a: no attribute of the repository hides a file.
    std::vector<std::string> arguments{
        "grep", "-a", "-i", "-l", "-z", "--full-name", "--no-color", "--no-recurse-submodules", "-F"};
    for (const std::string& word : words)
        arguments.insert(arguments.end(), {"-e", word});
    arguments.insert(arguments.end(), {id_.empty() ? "--cached" : id_, "--", ":(top,literal)" + folder});
    for (const std::string& path : too_large()) // git would hold all of it in memory
        arguments.push_back(":(exclude,top,literal)" + path);
    ProcessResult result = run_git(repository_.place(), arguments);
    if (result.exit_code > 1)
        throw Failure("git grep failed: {}", reason(result));
    std::vector<std::string> files;
    for (std::string_view text = result.out; !text.empty();) {
        std::size_t zero = std::min(text.find('\0'), text.size());
        files.emplace_back(without_id(text.substr(0, zero)));
        text.remove_prefix(std::min(zero + 1, text.size()));
    }
    return files;
}

std::vector<std::string> Snapshot::files_called(const std::function<bool(std::string_view name)>& wanted) const
{
    std::vector<std::string> files;
    for (const Listing::Entry& entry : listing().entries)
        if (!entry.is_link && wanted(last_part(entry.path)))
            files.push_back(entry.path);
    return files;
}

std::string Snapshot::whole(const std::string& path) const
{
    return (fs::path(repository_.root()) / path).lexically_normal().string();
}

std::string Snapshot::inside(const std::string& whole) const
{
    const std::string& root = repository_.root();
    if (whole == root)
        return "";
    std::string begin = root.ends_with('/') ? root : root + "/";
    return whole.starts_with(begin) ? whole.substr(begin.size()) : std::string();
}

std::vector<FolderEntry> Snapshot::entries(const std::string& folder) const
{
    std::string begin = folder.empty() ? "" : folder + "/";
    const std::vector<Listing::Entry>& all = listing().entries;
    auto from = [&](const std::string& path) {
        return std::lower_bound(all.begin(), all.end(), path,
                                [](const Listing::Entry& entry, const std::string& key) { return entry.path < key; });
    };
    std::vector<FolderEntry> list;
    for (auto at = from(begin); at != all.end() && at->path.starts_with(begin);) {
        std::size_t slash = at->path.find('/', begin.size());
        if (slash == std::string::npos) {
            list.push_back({at->path, at->is_link ? FolderEntry::Kind::link : FolderEntry::Kind::file});
            ++at;
            continue;
        }
        std::string below = at->path.substr(0, slash);
        list.push_back({below, FolderEntry::Kind::folder});
        at = from(below + '0'); // what follows '/': all of the folder is skipped
    }
    return list;
}

std::vector<std::string> Snapshot::files_of(const std::string& folder) const
{
    std::string begin = folder.empty() ? "" : folder + "/";
    std::vector<std::string> files;
    const std::vector<Listing::Entry>& entries = listing().entries;
    auto at = std::lower_bound(entries.begin(), entries.end(), begin,
                               [](const Listing::Entry& entry, const std::string& key) { return entry.path < key; });
    for (; at != entries.end() && at->path.starts_with(begin); ++at)
        if (!at->is_link && at->path.find('/', begin.size()) == std::string::npos)
            files.push_back(at->path);
    return files;
}

std::vector<std::string> Snapshot::folders_of(const std::string& folder) const
{
    std::vector<std::string> folders;
    for (FolderEntry& entry : entries(folder))
        if (entry.kind == FolderEntry::Kind::folder)
            folders.push_back(std::move(entry.path));
    return folders;
}

bool Snapshot::is_folder(const std::string& path) const
{
    std::string begin = path.empty() ? "" : path + "/";
    const std::vector<Listing::Entry>& entries = listing().entries;
    auto at = std::lower_bound(entries.begin(), entries.end(), begin,
                               [](const Listing::Entry& entry, const std::string& key) { return entry.path < key; });
    return at != entries.end() && at->path.starts_with(begin);
}

bool Snapshot::same_file(const Snapshot& other, const std::string& path) const
{
    const Listing::Entry* ours = listing().find(path);
    const Listing::Entry* theirs = other.listing().find(path);
    return ours != nullptr && theirs != nullptr ? ours->id == theirs->id : ours == theirs;
}

} // namespace zonevet
