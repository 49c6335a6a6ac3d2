// Where files come from: the disk, or a snapshot such as a commit. Whoever follows an $INCLUDE asks
// the tree that holds the including file, so that one state of a zone never mixes with another.
#pragma once

#include "text/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class FileTree {
public:
    virtual ~FileTree() = default;

    // The one true path of a file, symbolic links followed; empty when there is no such file.
    virtual std::string resolve(const std::string& path) const = 0;
    virtual bool is_file(const std::string& path) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    // Paths of the files and of the folders in a folder, not of those below; no order.
    virtual std::vector<std::string> files_of(const std::string& folder) const = 0;
    virtual std::vector<std::string> folders_of(const std::string& folder) const = 0;
    virtual std::uint64_t size(const std::string& path) const = 0;
    virtual std::shared_ptr<const Bytes> read(const std::string& path) const = 0; // throws Failure
    // The path as a person should see it.
    virtual std::string shown(const std::string& path) const { return path; }
};

const FileTree& disk();

// The folder whose files belong together with this one: the repository that holds it, else its own
// folder. Absolute, symbolic links followed, when the file exists.
std::string root_of_tree(const std::string& path);

// What stands behind the last slash of a path.
inline std::string_view last_part(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace zonevet
