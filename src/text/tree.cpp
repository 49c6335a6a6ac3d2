// The disk as a tree of files.
#include "text/tree.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "base/machine_fault.h"
#include "base/parallel.h"
#include "text/roots.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <thread>

namespace zonevet {

namespace {

constexpr std::size_t most_searched = 200'000;                   // files
constexpr std::size_t sniffed = 1024;                            // a zero octet there, and it is no text
constexpr std::uint64_t searched_whole = std::uint64_t{1} << 20; // of a larger file the beginning is looked at first

bool is_no_text(std::string_view text)
{
    return std::memchr(text.data(), '\0', std::min(text.size(), sniffed)) != nullptr;
}

bool holds(std::string_view text, const std::vector<std::string>& words)
{
    if (is_no_text(text))
        return false;
    auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        // What a word begins with decides the speed: "$" is rare in any text, and has no case.
        std::size_t at = is_letter(word[0]) ? 0 : text.find(word[0]);
        for (; at < text.size(); at = is_letter(word[0]) ? at + 1 : text.find(word[0], at + 1))
            if (text.size() - at >= word.size() &&
                std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at), same))
                return true;
        return false;
    });
}

void add_files(const FileTree& tree, const std::string& folder, std::vector<std::string>& files)
{
    for (FolderEntry& entry : tree.entries(folder)) {
        std::string_view name = last_part(entry.path);
        if (files.size() >= most_searched)
            return;
        if (entry.kind == FolderEntry::Kind::folder && !is_skipped_folder(name))
            add_files(tree, entry.path, files);
        else if (entry.kind == FolderEntry::Kind::file && !name.starts_with('.'))
            files.push_back(std::move(entry.path));
    }
}

// False: there is nothing.
bool look_at_file(const std::string& path, struct stat& info)
{
    if (stat(path.c_str(), &info) == 0)
        return true;
    refuse_machine_fault(errno, "look at a file");
    return false;
}

class Disk final : public FileTree {
    template <class Wanted> static std::vector<std::string> entries(const std::string& folder, Wanted wanted)
    {
        std::vector<std::string> paths;
        std::error_code error;
        for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (wanted(*it))
                paths.push_back(it->path().string());
        refuse_machine_fault(error.value(), "list a folder");
        return paths;
    }

public:
    std::vector<FolderEntry> entries(const std::string& folder) const override
    {
        namespace fs = std::filesystem;
        std::vector<FolderEntry> list;
        std::error_code error, ignored;
        for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
             it.increment(error)) {
            std::string name = it->path().filename().string();
            std::string path = folder.empty() || folder == "." ? name
                               : folder.ends_with('/')         ? folder + name
                                                               : folder + "/" + name;
            fs::file_type type = it->symlink_status(ignored).type();
            refuse_machine_fault(ignored.value(), "look at a file");
            if (type == fs::file_type::directory)
                list.push_back({std::move(path), FolderEntry::Kind::folder});
            else if (type == fs::file_type::symlink)
                list.push_back({std::move(path), FolderEntry::Kind::link});
            else if (type == fs::file_type::regular)
                list.push_back({std::move(path), FolderEntry::Kind::file});
        }
        if (error)
            throw Failure("cannot read the folder `{}`: {}", defused(folder.empty() ? "." : folder), error.message());
        std::sort(list.begin(), list.end(), [](const FolderEntry& a, const FolderEntry& b) { return a.path < b.path; });
        return list;
    }
    std::string whole(const std::string& path) const override
    {
        std::error_code error;
        std::filesystem::path whole = std::filesystem::absolute(path.empty() ? "." : path, error);
        refuse_machine_fault(error.value(), "tell which folder this is");
        return whole.lexically_normal().string();
    }
    std::string inside(const std::string& whole) const override { return whole; }
    std::string resolve(const std::string& path) const override
    {
        char resolved[PATH_MAX];
        if (realpath(path.c_str(), resolved) != nullptr)
            return resolved;
        refuse_machine_fault(errno, "look at a file");
        return {};
    }
    bool is_link(const std::string& path) const override
    {
        struct stat info {};
        return lstat(path.c_str(), &info) == 0 && S_ISLNK(info.st_mode);
    }
    std::string folder_behind(const std::string& path) const override
    {
        return is_link(path) && is_folder(path) ? resolve(path) : "";
    }
    bool is_file(const std::string& path) const override
    {
        struct stat info {};
        return look_at_file(path, info) && S_ISREG(info.st_mode);
    }
    bool is_folder(const std::string& path) const override
    {
        struct stat info {};
        return look_at_file(path, info) && S_ISDIR(info.st_mode);
    }
    std::vector<std::string> files_of(const std::string& folder) const override
    {
        return entries(
            folder, [this](const std::filesystem::directory_entry& entry) { return is_file(entry.path().string()); });
    }
    std::vector<std::string> folders_of(const std::string& folder) const override
    {
        return entries(folder, [](const std::filesystem::directory_entry& entry) {
            std::error_code error;
            bool is_folder = entry.symlink_status(error).type() == std::filesystem::file_type::directory;
            refuse_machine_fault(error.value(), "look at a file");
            return is_folder;
        });
    }
    std::uint64_t size(const std::string& path) const override
    {
        struct stat info {};
        return look_at_file(path, info) ? static_cast<std::uint64_t>(info.st_size) : 0;
    }
    std::shared_ptr<const Bytes> read(const std::string& path) const override
    {
        return std::make_shared<Bytes>(Bytes::of_descriptor(roots().open(path), path));
    }
    std::shared_ptr<const Bytes> beginning(const std::string& path, std::uint64_t octets) const override
    {
        return std::make_shared<Bytes>(Bytes::of_descriptor(roots().open(path), path, octets));
    }
};

} // namespace

std::shared_ptr<const Bytes> FileTree::beginning(const std::string& path, std::uint64_t) const
{
    return read(path);
}

std::vector<std::string> FileTree::files_with(const std::vector<std::string>& words, const std::string& folder) const
{
    std::vector<std::string> files;
    add_files(*this, folder, files);
    std::vector<char> found(files.size(), 0);
    parallel_for(files.size(), std::max(1u, std::thread::hardware_concurrency()), [&](std::size_t i) {
        try {
            bool is_text = size(files[i]) <= searched_whole || !is_no_text(beginning(files[i], sniffed)->view());
            found[i] = is_text && holds(read(files[i])->view(), words);
        } catch (const Failure&) {
            // What cannot be read holds nothing.
        }
    });
    std::vector<std::string> holding;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (found[i] != 0)
            holding.push_back(std::move(files[i]));
    return holding;
}

std::string folder_of(const std::string& path)
{
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

bool is_hidden_below(std::string_view folder, std::string_view path)
{
    std::string_view rest = path.substr(std::min(folder == "/" ? 0 : folder.size(), path.size()));
    for (std::size_t at = 0; at < rest.size(); at = rest.find('/', at)) {
        at += rest[at] == '/' ? 1 : 0;
        if (at < rest.size() && rest[at] == '.')
            return true;
    }
    return false;
}

bool is_skipped_folder(std::string_view name)
{
    return name.starts_with('.') || name == "build" || name == "node_modules" || name == "__pycache__";
}

const FileTree& disk()
{
    static const Disk tree;
    return tree;
}

std::string root_of_tree(const std::string& path)
{
    std::string folder = disk().resolve(path);
    if (folder.empty())
        folder = path;
    std::size_t slash = folder.rfind('/');
    folder = slash == std::string::npos ? "." : folder.substr(0, slash);
    for (std::string at = folder; !at.empty();) {
        struct stat info {};
        if (look_at_file(at + "/.git", info))
            return at;
        slash = at.rfind('/');
        if (slash == std::string::npos)
            break;
        at.resize(slash);
    }
    return folder.empty() ? "/" : folder;
}

std::string tree_around(const std::string& real)
{
    std::string root = root_of_tree(real);
    std::string here = disk().resolve(".");
    std::error_code error;
    bool is_repository = std::filesystem::exists(root + "/.git", error);
    return !is_repository && real.starts_with(here + "/") ? here : root;
}

std::string root_of(const FileTree& tree, const std::string& path)
{
    return &tree == &disk() ? root_of_tree(path) : std::string();
}

} // namespace zonevet
