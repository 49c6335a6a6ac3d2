// One state of a repository as a tree of files. Lists come from ls-tree and ls-files.
#include "base/failure.h"
#include "git/objects.h"
#include "git/repository.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

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
