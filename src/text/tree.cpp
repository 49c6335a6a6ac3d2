// The disk as a tree of files.
#include "text/tree.h"

#include <climits>
#include <cstdlib>
#include <sys/stat.h>

namespace zonevet {

namespace {

class Disk final : public FileTree {
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
