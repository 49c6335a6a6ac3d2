// Paths as users write them: relative to where they stand.
#pragma once

#include <string>
#include <vector>

namespace zonevet {

// A glob on paths, relative to the folder of the file that says it.
struct PathGlob {
    std::string glob;
    std::string folder; // absolute
};

// Whether one of the globs holds for an absolute path; "zones/old" means everything below it, too.
bool matches_any(const std::vector<PathGlob>& globs, const std::string& path);
// The same glob as seen from `folder`: paths below it are shown relative to it.
std::vector<std::string> globs_seen_from(const PathGlob& glob, const std::string& folder);

// The working directory; absolute.
std::string working_directory();
// "../x", "x": a path as a user in `folder` would write it. Both absolute.
std::string path_seen_from(const std::string& path, const std::string& folder);

} // namespace zonevet
