// Where files come from: the disk, or a snapshot such as a commit. Whoever follows an $INCLUDE asks
// the tree that holds the including file, so that one state of a zone never mixes with another.
#pragma once

#include "text/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct FolderEntry {
    enum class Kind : std::uint8_t { file, folder, link };
    std::string path;
    Kind kind;
};

class FileTree {
public:
    virtual ~FileTree() = default;

    // What is in a folder, not below it, sorted by path; links are not followed. Of the disk the folder may be
    // relative to the working directory, of a snapshot it is relative to its root ("": all of it). Throws Failure
    // when it cannot be read.
    virtual std::vector<FolderEntry> entries(const std::string& folder) const = 0;
    // The path as one on this machine, absolute, whether anything is there or not; and back. "": it is outside.
    virtual std::string whole(const std::string& path) const = 0;
    virtual std::string inside(const std::string& whole) const = 0;
    // Files in and below a folder whose text holds one of the words, in any case of letters. Hidden files and
    // folders, and links, are left out.
    virtual std::vector<std::string> files_with(const std::vector<std::string>& words, const std::string& folder) const;

    // The one true path of a file, symbolic links followed; empty when there is no such file.
    virtual std::string resolve(const std::string& path) const = 0;
    virtual bool is_link(const std::string&) const { return false; }
    // A link that leads out of a snapshot: what is there, it does not know.
    virtual bool leads_out(const std::string&) const { return false; }
    // The folder that a link leads to; empty when the path is no link to one.
    virtual std::string folder_behind(const std::string&) const { return ""; }
    virtual bool is_file(const std::string& path) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    // Paths of the files and of the folders in a folder, not of those below; no order.
    virtual std::vector<std::string> files_of(const std::string& folder) const = 0;
    virtual std::vector<std::string> folders_of(const std::string& folder) const = 0;
    virtual std::uint64_t size(const std::string& path) const = 0;
    virtual std::shared_ptr<const Bytes> read(const std::string& path) const = 0; // throws Failure
    // At least `octets` of a larger file, from its beginning; throws Failure.
    virtual std::shared_ptr<const Bytes> beginning(const std::string& path, std::uint64_t octets) const;
    // What stands before every path of the tree when it is shown: "main:".
    virtual std::string label() const { return ""; }
    // The path as a person should see it.
    virtual std::string shown(const std::string& path) const { return path; }
};

const FileTree& disk();

// Whether a folder of this name is not walked: hidden ones, and those of build tools.
bool is_skipped_folder(std::string_view name);

// The folder whose files belong together with this one: the repository that holds it, else its own
// folder. Absolute, symbolic links followed, when the file exists.
std::string root_of_tree(const std::string& path);

// What is looked through for a file (real path): the repository that holds it, else the working directory
// when it lies there, else its own folder.
std::string tree_around(const std::string& real);

// Of a file of any tree what it may include: of the disk root_of_tree(), of a snapshot everything ("").
std::string root_of(const FileTree& tree, const std::string& path);

// What stands before the last slash of a path: "zones/corp" -> "zones", "/corp" -> "/", "corp" -> "".
std::string folder_of(const std::string& path);

// Whether a part of the path behind `folder` ("": all of it) begins with a dot: .git, .env.
bool is_hidden_below(std::string_view folder, std::string_view path);

// What stands behind the last slash of a path.
inline std::string_view last_part(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace zonevet
