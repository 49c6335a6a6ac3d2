// The search costs a few questions to the file system for each path; the files of one folder mostly
// lie together, so that the second of them costs one.
#include "text/local_paths.h"

#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_levels = 64; // of folders: of a deeper path no more is looked for

std::string path_of(std::string_view path, std::string_view folder)
{
    std::string whole(path);
    if (!folder.empty() && !path.starts_with('/'))
        whole = std::string(folder) + "/" + whole;
    return fs::path(whole).lexically_normal().string();
}

std::string below(const std::string& folder, const std::string& name)
{
    return folder.empty() ? name : folder + "/" + name;
}

} // namespace

LocalPaths::LocalPaths(const std::string& config_file, std::string root, const FileTree& tree)
    : tree_(tree), root_(std::move(root))
{
    for (std::string folder = folder_of(config_file);; folder = folder_of(folder)) {
        bases_.push_back(folder);
        if (bases_.size() == most_levels || folder == root_ || folder == "/" || folder.empty())
            break;
    }
}

std::string LocalPaths::inside(const std::string& path, bool is_folder) const
{
    if (is_folder ? !tree_.is_folder(path) : !tree_.is_file(path))
        return "";
    std::string real = is_folder && root_.empty() ? path : tree_.resolve(path); // links are not folders in a snapshot
    bool below = root_.empty() || root_ == "/" || real == root_ || real.compare(0, root_.size() + 1, root_ + "/") == 0;
    return below ? real : "";
}

std::string LocalPaths::at_endings(const std::string& path, bool is_folder)
{
    if (path.starts_with('/'))
        if (std::string real = inside(path, is_folder); !real.empty())
            return real;
    std::size_t begin = path.starts_with('/') ? 1 : 0;
    for (std::size_t levels = 0; begin < path.size() && levels < most_levels; ++levels) {
        std::string ending = path.substr(begin);
        for (const std::string& base : bases_)
            if (std::string real = inside(below(base, ending), is_folder); !real.empty())
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
    std::string its_folder = folder_of(whole);
    auto known = known_.find(its_folder);
    if (known != known_.end()) {
        std::string name = whole.substr(whole.rfind('/') + 1);
        if (std::string real = inside(below(known->second, name), false); !real.empty())
            return real;
    }
    std::string real = at_endings(whole, false);
    if (!real.empty())
        known_.insert_or_assign(its_folder, folder_of(real));
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
                                                                         : at_endings(folder_of(whole), true);
    if (pattern.find_first_of("*?") == std::string::npos)
        pattern = "*";
    std::vector<std::string> files;
    if (where.empty() && !(root_.empty() && slash == std::string::npos))
        return files;
    for (const std::string& path_here : tree_.files_of(where)) {
        std::string_view name = last_part(path_here);
        if (!name.starts_with('.') && glob_match(pattern, name))
            if (std::string real = inside(path_here, false); !real.empty())
                files.push_back(std::move(real));
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace zonevet
