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

// Shared by all snapshots: one git process reads all files.
class Objects {
public:
    explicit Objects(const std::string& folder) : folder_(folder) {}

    std::shared_ptr<const Bytes> read(const std::string& id)
    {
        std::lock_guard lock(mutex_);
        std::shared_ptr<const Bytes>& bytes = kept_[id];
        if (bytes == nullptr) {
            if (reader_ == nullptr)
                reader_ = std::make_unique<BlobReader>(folder_);
            bytes = std::make_shared<Bytes>(reader_->read(id));
        }
        return bytes;
    }

private:
    std::string folder_;
    std::mutex mutex_;
    std::unique_ptr<BlobReader> reader_;
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
    std::string text = first_line(result.err);
    for (std::string_view head : {"fatal: ", "error: "})
        if (text.starts_with(head))
            text.erase(0, head.size());
    return defused(text);
}

std::string must(const std::string& folder, const std::vector<std::string>& arguments)
{
    ProcessResult result = run_git(folder, arguments);
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

std::string empty_tree(const std::string& folder)
{
    return first_line(must(folder, {"hash-object", "-t", "tree", "/dev/null"}));
}

} // namespace

std::shared_ptr<Repository> Repository::here()
{
    std::string folder = fs::current_path().string();
    ProcessResult found = run_git(folder, {"rev-parse", "--is-bare-repository", "--absolute-git-dir"});
    if (found.exit_code != 0)
        throw Failure("this is no git repository: {}\nhelp: without git, compare with --old PATH --new PATH",
                      reason(found));
    std::vector<std::string_view> lines = split(found.out, '\n');
    std::shared_ptr<Repository> repository(new Repository);
    repository->root_ = std::string(lines.at(1));
    repository->is_bare_ = lines[0] == "true";
    if (!repository->is_bare_) {
        ProcessResult top = run_git(folder, {"rev-parse", "--show-toplevel"});
        if (top.exit_code == 0)
            repository->root_ = first_line(top.out);
    }
    repository->objects_ = std::make_unique<Objects>(repository->root_);
    return repository;
}

Repository::~Repository() = default;

std::string Repository::find(const std::string& revision) const
{
    if (!revision.empty() && revision.find_first_not_of('0') == std::string::npos && revision.size() >= 40)
        return empty_tree(root_);
    ProcessResult result;
    result.exit_code = 1;
    if (!revision.empty() && revision.front() != '-')
        result = run_git(root_, {"rev-parse", "--verify", "--quiet", revision + "^{commit}"});
    if (result.exit_code != 0)
        throw Failure("there is no revision `{}` here\nhelp: a shallow clone holds few commits; fetch it "
                      "(`git fetch origin BRANCH`, or fetch-depth: 0)",
                      defused(revision));
    return first_line(result.out);
}

std::string Repository::head() const
{
    ProcessResult result = run_git(root_, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
    return result.exit_code == 0 ? first_line(result.out) : empty_tree(root_);
}

std::string Repository::merge_base(const std::string& a, const std::string& b, const std::string& shown) const
{
    ProcessResult result = run_git(root_, {"merge-base", a, b});
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
        run_git(root_, {"rev-list", "-n", std::to_string(most), commit, "--", ":(top,literal)" + path});
    std::vector<std::shared_ptr<const Bytes>> versions;
    if (commits.exit_code != 0)
        return versions; // the empty tree has no history
    for (std::string_view id : split(commits.out, '\n')) {
        ProcessResult blob = run_git(root_, {"rev-parse", "--verify", "--quiet", fmt::format("{}:{}", id, path)});
        if (blob.exit_code != 0)
            break; // it was not there yet
        versions.push_back(objects_->read(first_line(blob.out)));
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
    arguments.insert(arguments.end(), {"--raw", "-z", "--no-renames", before.id()});
    if (!after.id().empty())
        arguments.push_back(after.id());
    std::string out = must(root_, arguments);
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

    const Entry* find(const std::string& path) const
    {
        auto at = std::lower_bound(entries.begin(), entries.end(), path,
                                   [](const Entry& entry, const std::string& key) { return entry.path < key; });
        return at != entries.end() && at->path == path ? &*at : nullptr;
    }
};

Snapshot::Snapshot(Repository& repository, std::string id, std::string label)
    : repository_(repository), id_(std::move(id)), label_(std::move(label)), listing_(std::make_unique<Listing>())
{
    std::vector<std::string> arguments{"ls-tree", "-r", "-z", "--full-tree", id_};
    if (id_.empty())
        arguments = {"ls-files", "--stage", "-z"};
    std::string out = must(repository_.root(), arguments);
    // "100644 blob ID\tPATH", or "100644 ID STAGE\tPATH".
    for (std::string_view line : split(out, '\0')) {
        std::size_t tab = std::min(line.find('\t'), line.size() - 1);
        std::vector<std::string_view> words = split(line.substr(0, tab), ' ');
        bool is_link = line.starts_with("120");
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
        first_line(must(repository_.root(), {"hash-object", "--no-filters", "-t", "blob", "/dev/null"}));
    std::vector<Listing::Entry>& entries = listing_->entries;
    if (std::none_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == empty; }))
        return;
    auto added = [&](const char* flag) {
        return must(repository_.root(),
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

std::string Snapshot::resolve(const std::string& path) const
{
    constexpr int most_links = 16;
    std::string at = fs::path(path).lexically_normal().string();
    for (int i = 0; i < most_links; ++i) {
        const Listing::Entry* entry = listing().find(at);
        if (entry != nullptr && !entry->is_link)
            return at;
        // A folder above it may be the link.
        std::string rest;
        for (fs::path above = at; entry == nullptr && above.has_parent_path() && above != above.parent_path();) {
            rest = (above.filename() / rest).string();
            above = above.parent_path();
            entry = listing().find(above.string());
        }
        if (entry == nullptr || !entry->is_link)
            return "";
        std::string target(repository_.objects_->read(entry->id)->view());
        fs::path next = fs::path(entry->path).parent_path() / target;
        if (!rest.empty())
            next /= rest;
        at = next.lexically_normal().string();
        while (at.ends_with('/'))
            at.pop_back();
        if (at.starts_with("..") || at.starts_with('/'))
            return ""; // it leaves the repository
    }
    return "";
}

bool Snapshot::is_file(const std::string& path) const
{
    return !resolve(path).empty();
}

std::uint64_t Snapshot::size(const std::string& path) const
{
    std::string real = resolve(path);
    return real.empty() ? 0 : repository_.objects_->read(listing().find(real)->id)->view().size();
}

std::shared_ptr<const Bytes> Snapshot::read(const std::string& path) const
{
    std::string real = resolve(path);
    if (real.empty())
        throw Failure("there is no file `{}`", defused(shown(path)));
    return repository_.objects_->read(listing().find(real)->id);
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

std::vector<std::string> Snapshot::files_with(const std::vector<std::string>& words, const std::string& folder) const
{
    if (words.empty())
        return {};
    // -a: no attribute of the repository hides a file.
    std::vector<std::string> arguments{"grep", "-a", "-i", "-l", "-z", "--full-name", "--no-color", "-F"};
    for (const std::string& word : words)
        arguments.insert(arguments.end(), {"-e", word});
    arguments.push_back(id_.empty() ? "--cached" : id_);
    if (!folder.empty())
        arguments.insert(arguments.end(), {"--", ":(top,literal)" + folder});
    ProcessResult result = run_git(repository_.root(), arguments);
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
