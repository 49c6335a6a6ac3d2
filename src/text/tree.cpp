// The disk as a tree of files.
#include "text/tree.h"

#include <climits>
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>

namespace zonevet {

namespace {

class Disk final : public FileTree {
    template <class Wanted> static std::vector<std::string> entries(const std::string& folder, Wanted wanted)
    {
        std::vector<std::string> paths;
        std::error_code error;
        for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (wanted(*it))
                paths.push_back(it->path().string());
        return paths;
    }

public:
    std::string resolve(const std::string& path) const override
    {
        char resolved[PATH_MAX];
        return realpath(path.c_str(), resolved) != nullptr ? std::string(resolved) : std::string();
    }
    bool is_file(const std::string& path) const override
    {
        struct stat info {};
        return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
    }
    bool is_folder(const std::string& path) const override
    {
        struct stat info {};
        return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
    }
    std::vector<std::string> files_of(const std::string& folder) const override
    {
        return entries(folder, [this](const std::filesystem::directory_entry& entry) { return is_file(entry.path().string()); });
    }
    std::vector<std::string> folders_of(const std::string& folder) const override
    {
        return entries(folder, [](const std::filesystem::directory_entry& entry) {
            std::error_code ignored;
            return entry.symlink_status(ignored).type() == std::filesystem::file_type::directory;
        });
    }
    std::uint64_t size(const std::string& path) const override
    {
        struct stat info {};
        return stat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_size) : 0;
    }
    std::shared_ptr<const Bytes> read(const std::string& path) const override
    {
        return std::make_shared<Bytes>(Bytes::of_file(path));
    }
};

} // namespace

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
        if (stat((at + "/.git").c_str(), &info) == 0)
            return at;
        slash = at.rfind('/');
        if (slash == std::string::npos)
            break;
        at.resize(slash);
    }
    return folder.empty() ? "/" : folder;
}

} // namespace zonevet
