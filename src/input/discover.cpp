// Folders are walked in a fixed order; what lies outside of them stays outside, also behind symbolic links.
#include "input/discover.h"

#include "base/failure.h"
#include "input/content.h"
#include "text/roots.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace zonevet {

namespace fs = std::filesystem;

void Discovery::missing(const std::string& path) const
{
    fs::path folder = fs::path(path).parent_path();
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end; it.increment(error))
        names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end());
    std::vector<std::string_view> views(names.begin(), names.end());
    std::string name = fs::path(path).filename().string();
    auto limit = static_cast<unsigned>(std::min<std::size_t>(3, name.size() / 3));
    std::string near(nearest(name, views, limit));
    throw Failure("there is no file or folder `{}`{}", defused(path),
                  near.empty() ? "" : fmt::format("\nhelp: did you mean `{}`?", defused((folder / near).string())));
}

void Discovery::add_standard_input()
{
    if (has_standard_input_)
        throw Failure("`-` was given twice, but standard input can be read once");
    has_standard_input_ = true;
    ++named_;
    const std::string& name = wanted_.standard_input_name;
    auto bytes = std::make_shared<const Bytes>(
        Bytes::of_stream(wanted_.standard_input, "standard input", wanted_.max_file_size));
    if (wanted_.force_exclude && name != "-" && is_excluded(name))
        ++excluded_;
    else
        found_.push_back({name, name, true, false, std::move(bytes)});
}

void Discovery::add_named(const std::string& path)
{
    if (path == "-")
        return add_standard_input();
    if (path.empty())
        throw Failure("an empty path was given");
    std::error_code error;
    fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        missing(path);
    ++named_;
    try {
        roots().name(path);
    } catch (const Failure& failure) {
        unread_.push_back({path, failure.what()});
        return;
    }
    if (wanted_.force_exclude && is_excluded(path))
        ++excluded_;
    else if (status.type() == fs::file_type::directory)
        add_folder(path);
    else // what it is, the reader says when it cannot read it
        found_.push_back(
            {fs::path(path).lexically_normal().string(), fs::path(path).lexically_normal().string(), true});
}

void Discovery::add_folder(const std::string& folder)
{
    std::string shown = fs::path(folder).lexically_normal().string();
    while (shown.size() > 1 && shown.ends_with('/'))
        shown.pop_back();
    root_ = &tree_ == &disk() ? tree_.resolve(folder.empty() ? "." : folder) : "";
    std::error_code error;
    bool is_repository = root_.empty() || fs::exists(root_of_tree(root_ + "/x") + "/.git", error);
    root_of_files_ = is_repository ? "" : root_;
    walk(shown == "." ? "" : shown, false);
}

void Discovery::walk(const std::string& folder, bool only_included)
{
    for (const FolderEntry& entry : tree_.entries(folder)) {
        std::string_view name = last_part(entry.path);
        if (++seen_ > wanted_.max_files)
            throw Failure("there are more than {} files in these folders (limits.files)\nhelp: name the folders "
                          "that hold zones, or state them in [files] include",
                          wanted_.max_files);
        if (name.starts_with('.'))
            continue;
        // A folder behind a symbolic link is walked where it really is, or lies outside.
        if (entry.kind != FolderEntry::Kind::folder)
            consider(entry, only_included);
        else if (!is_skipped_folder(name) && !is_excluded(entry.path))
            walk(entry.path, only_included);
    }
}

namespace {

// A link to what is not there, or is not to be seen from here.
bool would_lead_out(const std::string& link, const std::string& root)
{
    std::error_code error;
    fs::path target = (fs::path(link).parent_path() / fs::read_symlink(link, error)).lexically_normal();
    return !error && !root.empty() && !target.string().starts_with(root == "/" ? root : root + "/");
}

} // namespace

void Discovery::consider(const FolderEntry& entry, bool only_included)
{
    bool is_link = entry.kind == FolderEntry::Kind::link;
    if (is_link) {
        std::string target = tree_.resolve(entry.path);
        bool is_inside = root_.empty() || target.starts_with(root_ == "/" ? root_ : root_ + "/");
        if (is_inside && tree_.is_file(target) && is_hidden_below(root_, target))
            is_inside = false;
        if (!is_inside && (!target.empty() || would_lead_out(tree_.whole(entry.path), root_)) &&
            looks_like_zone_name(last_part(entry.path)) && !is_excluded(entry.path))
            unread_.push_back(refused_link(shown_in(tree_, entry.path)));
        if (target.empty() || !is_inside || !tree_.is_file(target))
            return;
    }
    if (!is_excluded(entry.path) && (!only_included || matches_any(wanted_.include, tree_.whole(entry.path))))
        found_.push_back({entry.path, shown_in(tree_, entry.path), false, is_link, nullptr, root_of_files_});
}

void Discovery::add_file(const std::string& path)
{
    if (!is_excluded(path))
        found_.push_back({path, shown_in(tree_, path), false, false});
}

void Discovery::add_wanted()
{
    if (wanted_.paths) {
        asked_for_ = *wanted_.paths;
        for (const std::string& path : asked_for_)
            add_named(path);
    } else if (wanted_.include.empty()) {
        asked_for_ = {"."};
        add_folder(".");
    } else {
        std::set<std::string> folders;
        for (const PathGlob& glob : wanted_.include) {
            asked_for_.push_back(glob.glob);
            std::string folder = path_seen_from(glob.folder, here_);
            if (folders.insert(folder).second) {
                root_ = tree_.resolve(folder);
                walk(folder == "." ? "" : folder, true);
            }
        }
    }
}

std::vector<Candidate> Discovery::files() const
{
    std::vector<Candidate> all = found_, kept;
    // A named file before the same file found in a folder.
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        bool first = a.bytes != nullptr, other = b.bytes != nullptr; // standard input comes first
        return first != other ? first : a.shown != b.shown ? a.shown < b.shown : a.named > b.named;
    });
    std::set<std::string> real;
    bool links = std::any_of(all.begin(), all.end(), [](const Candidate& file) { return file.is_link; });
    if (links)
        for (const Candidate& file : all)
            if (!file.is_link)
                real.insert(tree_.resolve(file.path));
    for (Candidate& file : all) {
        bool repeated = !kept.empty() && kept.back().shown == file.shown;
        if (!repeated && !(file.is_link && real.contains(tree_.resolve(file.path))))
            kept.push_back(std::move(file));
    }
    return kept;
}

Unread refused_link(const std::string& shown)
{
    return {shown, fmt::format("`{}` is a link that leads out of the folder or to a hidden file: it is not "
                               "read\nhelp: name what it leads to, or put the file in its place",
                               defused(shown))};
}

std::string shown_in(const FileTree& tree, const std::string& path)
{
    return &tree == &disk() ? path : path_seen_from(tree.whole(path), working_directory());
}

bool is_searched(const std::string& path)
{
    for (std::size_t begin = 0; begin < path.size();) {
        std::size_t end = std::min(path.find('/', begin), path.size());
        std::string_view part = std::string_view(path).substr(begin, end - begin);
        if (end < path.size() ? is_skipped_folder(part) : part.starts_with('.'))
            return false;
        begin = end + 1;
    }
    return true;
}

} // namespace zonevet
