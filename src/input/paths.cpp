// Paths as users write them: relative to where they stand.
#include "input/paths.h"

#include "base/machine_fault.h"
#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace zonevet {

namespace fs = std::filesystem;

std::string working_directory()
{
    std::error_code error;
    fs::path path = fs::current_path(error);
    refuse_machine_fault(error.value(), "tell the working directory");
    return error ? "/" : path.string();
}

std::string path_seen_from(const std::string& path, const std::string& folder)
{
    std::string seen = fs::path(path).lexically_normal().lexically_relative(folder).string();
    return seen.empty() ? path : seen;
}

bool matches_any(const std::vector<PathGlob>& globs, const std::string& path)
{
    for (const PathGlob& glob : globs) {
        if (glob.glob.starts_with('/') && glob_match(glob.glob, path))
            return true;
        std::string seen = path_seen_from(path, glob.folder);
        std::string_view pattern = glob.glob;
        if (pattern.starts_with("./"))
            pattern.remove_prefix(2);
        // "zones/old/" and "zones/old" mean everything below, too.
        if (pattern.ends_with('/'))
            pattern.remove_suffix(1);
        if (glob_match(pattern, seen) || glob_match(fmt::format("{}/**", pattern), seen))
            return true;
    }
    return false;
}

namespace {

std::vector<std::string> segments_of(const std::string& path)
{
    std::vector<std::string> segments;
    for (std::size_t begin = 0; begin <= path.size();) {
        std::size_t end = std::min(path.find('/', begin), path.size());
        if (end > begin && path.compare(begin, end - begin, ".") != 0)
            segments.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return segments;
}

std::string join(const std::vector<std::string>& segments, std::size_t from)
{
    std::string path;
    for (std::size_t i = from; i < segments.size(); ++i)
        path += (i == from ? "" : "/") + segments[i];
    return path;
}

// What is left of a glob when one walks down `folders`; several answers when "**" may stand for
// more or less of them.
void walk_down(const std::vector<std::string>& glob, std::size_t g, const std::vector<std::string>& folders,
               std::size_t f, std::vector<std::string>& out)
{
    if (f == folders.size()) {
        if (g < glob.size())
            out.push_back(join(glob, g));
        return;
    }
    if (g == glob.size())
        return;
    if (glob[g] == "**") {
        walk_down(glob, g + 1, folders, f, out);
        walk_down(glob, g, folders, f + 1, out);
    } else if (glob_match(glob[g], folders[f])) {
        walk_down(glob, g + 1, folders, f + 1, out);
    }
}

} // namespace

std::vector<std::string> globs_seen_from(const PathGlob& glob, const std::string& folder)
{
    if (glob.glob.starts_with('/'))
        return {glob.glob};
    std::vector<std::string> parts = segments_of(glob.glob);
    std::string way = path_seen_from(folder, glob.folder);
    std::vector<std::string> globs;
    if (way == ".") {
        globs.push_back(join(parts, 0));
    } else if (way.starts_with("..")) {
        // The configuration lies below or beside: lead to it first.
        globs.push_back(path_seen_from(glob.folder, folder) + "/" + join(parts, 0));
    } else {
        walk_down(parts, 0, segments_of(way), 0, globs);
        // A path that leaves the working directory upward.
        globs.push_back(path_seen_from(glob.folder, folder) + "/" + join(parts, 0));
    }
    std::sort(globs.begin(), globs.end());
    globs.erase(std::unique(globs.begin(), globs.end()), globs.end());
    // A whole path may have been named too.
    globs.push_back((glob.folder == "/" ? "" : glob.folder) + "/" + join(parts, 0));
    return globs;
}

} // namespace zonevet
