// The search costs a few questions to the file system for each path; the files of one folder mostly
// lie together, so that the second of them costs one.
#include "servers/local_paths.h"

#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>

namespace zonevet::servers {

namespace fs = std::filesystem;

namespace {

std::string path_of(std::string_view path, std::string_view folder)
{
    std::string whole(path);
    if (!folder.empty() && !path.starts_with('/'))
        whole = std::string(folder) + "/" + whole;
    return fs::path(whole).lexically_normal().string();
}

std::string parent_of(const std::string& path)
{
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

} // namespace

LocalPaths::LocalPaths(const std::string& config_file, std::string root) : root_(std::move(root))
{
    for (std::string folder = parent_of(config_file);; folder = parent_of(folder)) {
        bases_.push_back(folder);
        if (folder == root_ || folder == "/" || folder.empty())
            break;
    }
}

std::string LocalPaths::inside(const std::string& path, bool is_folder) const
{
    std::error_code error;
    if (is_folder ? !fs::is_directory(path, error) : !disk().is_file(path))
        return "";
    std::string real = disk().resolve(path);
    bool below = root_ == "/" || real == root_ || real.compare(0, root_.size() + 1, root_ + "/") == 0;
    return below ? real : "";
}

std::string LocalPaths::at_endings(const std::string& path, bool is_folder)
{
    if (path.starts_with('/'))
        if (std::string real = inside(path, is_folder); !real.empty())
            return real;
    std::size_t begin = path.starts_with('/') ? 1 : 0;
    while (begin < path.size()) {
        std::string ending = path.substr(begin);
        for (const std::string& base : bases_)
            if (std::string real = inside(base + "/" + ending, is_folder); !real.empty())
                return real;
        std::size_t slash = path.find('/', begin);
        if (slash == std::string::npos)
            break;
        begin = slash + 1;
    }
    return "";
}

std::string LocalPaths::find(std::string_view path, std::string_view folder)
{
    if (path.empty() || path.find('\0') != std::string_view::npos)
        return "";
    std::string whole = path_of(path, folder);
    std::string its_folder = parent_of(whole);
    auto known = known_.find(its_folder);
    if (known != known_.end()) {
        std::string name = whole.substr(whole.rfind('/') + 1);
        if (std::string real = inside(known->second + "/" + name, false); !real.empty())
            return real;
    }
    std::string real = at_endings(whole, false);
    if (!real.empty())
        known_.insert_or_assign(its_folder, parent_of(real));
    return real;
}

std::vector<std::string> LocalPaths::find_all(std::string_view path, std::string_view folder)
{
    if (path.find_first_of("*?") == std::string_view::npos) {
        std::string file = find(path, folder);
        if (!file.empty())
            return {file};
    }
    std::string whole = path_of(path, folder);
    std::size_t slash = whole.rfind('/');
    std::string pattern = slash == std::string::npos ? whole : whole.substr(slash + 1);
    std::string where = pattern.find_first_of("*?") == std::string::npos ? at_endings(whole, true)
                        : slash == std::string::npos                     ? bases_.front()
                                                                         : at_endings(parent_of(whole), true);
    if (pattern.find_first_of("*?") == std::string::npos)
        pattern = "*";
    std::vector<std::string> files;
    std::error_code error;
    if (where.empty())
        return files;
    for (fs::directory_iterator it(where, error), end; !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        if (!name.starts_with('.') && glob_match(pattern, name))
            if (std::string real = inside(it->path().string(), false); !real.empty())
                files.push_back(std::move(real));
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace zonevet::servers
