// Files named by the user are always checked. Folders are walked in a fixed order; what lies
// outside of them stays outside, also behind symbolic links.
#include "cli/files.h"

#include "base/failure.h"
#include "cli/documents.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t sniffed = 64 * 1024;

std::string absolute(const std::string& path, const std::string& here)
{
    return (path.starts_with('/') ? fs::path(path) : fs::path(here) / path)
        .lexically_normal()
        .string();
}

bool matches_any(const std::vector<PathGlob>& globs, const std::string& absolute_path)
{
    for (const PathGlob& glob : globs) {
        if (glob.glob.starts_with('/') && glob_match(glob.glob, absolute_path))
            return true;
        std::string seen = path_seen_from(absolute_path, glob.folder);
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

std::string beginning_of(const fs::path& path)
{
    std::string text(sniffed, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    return text;
}

class Finder {
public:
    Finder(const Given& given, const Config& config, const Settings& settings, const Environment& environment)
        : given_(given), config_(config), environment_(environment), here_(working_directory()),
          known_(settings.known_zones.get()), most_octets_(settings.max_file_size), most_files_(settings.max_files)
    {
        if (config.include)
            include_ = *config.include;
        if (config.exclude)
            exclude_ = *config.exclude;
        force_exclude_ = given.has("--force-exclude")
                             ? given.is_on("--force-exclude")
                             : config.force_exclude && *config.force_exclude;
    }

    Found find();
    Found find_at(const std::string& path);

private:
    struct Entry {
        std::string path; // as shown
        bool named = false;
        bool is_link = false;
    };

    void add_named(const std::string& path);
    void add_standard_input();
    void walk_root(const std::string& folder, bool only_included);
    void walk(const fs::path& folder, const std::string& shown, bool only_included);
    void consider(const fs::directory_entry& entry, const std::string& shown, bool only_included);
    std::vector<std::string> listed_paths() const;
    [[noreturn]] void missing(const std::string& path) const;
    void add_known();
    void require_some(const std::vector<std::string>& paths);
    Found sorted();

    const Given& given_;
    const Config& config_;
    const Environment& environment_;
    std::string here_;
    std::vector<PathGlob> include_, exclude_;
    bool force_exclude_ = false;
    const KnownZones* known_; // null: none
    std::uint64_t most_octets_;
    std::uint64_t most_files_, files_ = 0; // in folders
    std::string root_; // of the current walk, without symbolic links
    std::vector<Entry> entries_;
    std::optional<Input> standard_input_;
    std::size_t named_ = 0, excluded_ = 0;
};

void Finder::missing(const std::string& path) const
{
    fs::path folder = fs::path(path).parent_path();
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
         it.increment(error))
        names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end());
    std::vector<std::string_view> views(names.begin(), names.end());
    std::string name = fs::path(path).filename().string();
    auto limit = static_cast<unsigned>(std::min<std::size_t>(3, name.size() / 3));
    std::string near(nearest(name, views, limit));
    throw Failure("there is no file or folder `{}`{}", defused(path),
                  near.empty() ? ""
                               : fmt::format("\nhelp: did you mean `{}`?",
                                             defused((folder / near).string())));
}

void Finder::add_standard_input()
{
    if (standard_input_)
        throw Failure("`-` was given twice, but standard input can be read once");
    std::string name = given_.has("--stdin-filename") ? given_.last("--stdin-filename") : "-";
    Input input;
    input.path = name;
    input.bytes = std::make_shared<const Bytes>(
        Bytes::of_stream(environment_.standard_input, "standard input", most_octets_));
    standard_input_ = std::move(input);
    ++named_;
    if (force_exclude_ && name != "-" && matches_any(exclude_, absolute(name, here_))) {
        standard_input_->path.clear();
        ++excluded_;
    }
}

void Finder::add_named(const std::string& path)
{
    if (path == "-")
        return add_standard_input();
    if (path.empty())
        throw Failure("an empty path was given");
    std::error_code error;
    fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        missing(path);
    std::string shown = fs::path(path).lexically_normal().string();
    if (status.type() == fs::file_type::directory) {
        ++named_;
        if (force_exclude_ && matches_any(exclude_, absolute(path, here_)))
            ++excluded_;
        else
            walk_root(path, false);
        return;
    }
    ++named_;
    if (force_exclude_ && matches_any(exclude_, absolute(path, here_)))
        ++excluded_;
    else
        entries_.push_back(
            {shown, true, false}); // what it is, the reader says when it cannot read it
}

void Finder::walk_root(const std::string& folder, bool only_included)
{
    std::error_code error;
    root_ = fs::canonical(folder, error).string();
    if (error)
        throw Failure("cannot read `{}`: {}", defused(folder), error.message());
    std::string shown = fs::path(folder).lexically_normal().string();
    while (shown.size() > 1 && shown.ends_with('/'))
        shown.pop_back();
    walk(folder, shown == "." ? "" : shown, only_included);
}

void Finder::walk(const fs::path& folder, const std::string& shown, bool only_included)
{
    std::error_code error;
    std::vector<fs::directory_entry> list;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        list.push_back(*it);
    if (error)
        throw Failure("cannot read the folder `{}`: {}", defused(folder.string()), error.message());
    for (const fs::directory_entry& entry : list) {
        std::string name = entry.path().filename().string();
        std::string path = shown.empty() ? name : shown == "/" ? "/" + name : shown + "/" + name;
        fs::file_type type = entry.symlink_status(error).type();
        if (++files_ > most_files_)
            throw Failure("there are more than {} files in these folders (limits.files)\nhelp: name the folders "
                          "that hold zones, or state them in [files] include",
                          most_files_);
        if (name.starts_with('.'))
            continue;
        // A folder behind a symbolic link is walked where it really is, or lies outside.
        if (type == fs::file_type::directory) {
            if (!is_skipped_folder(name) && !matches_any(exclude_, absolute(path, here_)))
                walk(entry.path(), path, only_included);
        } else {
            consider(entry, path, only_included);
        }
    }
}

void Finder::consider(const fs::directory_entry& entry, const std::string& shown,
                      bool only_included)
{
    std::error_code error;
    bool is_link = entry.is_symlink(error);
    if (!entry.is_regular_file(error) || error)
        return;
    if (is_link) {
        fs::path target = fs::canonical(entry.path(), error);
        if (error || !target.string().starts_with(root_ == "/" ? root_ : root_ + "/"))
            return;
    }
    std::string whole = absolute(shown, here_);
    if (matches_any(exclude_, whole))
        return;
    bool included = matches_any(include_, whole);
    if (!included && only_included)
        return; // known ones are added all at once
    std::string name = entry.path().filename().string();
    bool known = known_ != nullptr && !known_->empty() && !known_->of(shown).empty();
    if (included || known || is_zone_in_folder(name, beginning_of(entry.path())) ||
        is_state_document(entry.path().string()))
        entries_.push_back({shown, false, is_link});
}

std::vector<std::string> Finder::listed_paths() const
{
    std::vector<std::string> paths = given_.words();
    if (!given_.has("--files-from"))
        return paths;
    std::string file = given_.last("--files-from");
    Bytes bytes = file == "-" ? Bytes::of_stream(environment_.standard_input, "standard input")
                              : Bytes::of_file(file);
    std::string_view text = bytes.view();
    char separator = text.find('\0') == std::string_view::npos ? '\n' : '\0';
    while (!text.empty()) {
        std::size_t end = std::min(text.find(separator), text.size());
        std::string_view line = text.substr(0, end);
        if (separator == '\n' && line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty())
            paths.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

void Finder::require_some(const std::vector<std::string>& paths)
{
    if (!entries_.empty() || (standard_input_ && !standard_input_->path.empty()) ||
        given_.is_on("--allow-no-zones") || (named_ > 0 && named_ == excluded_))
        return;
    std::string where;
    for (const std::string& path : paths)
        where += fmt::format("{}`{}`", where.empty() ? "" : ", ", defused(path));
    throw Failure(
        "no zone files in {}\nhelp: zone files are known by their name (*.zone, *.db, db.*, "
        "*.arpa, *.rev, *.dns), by [files] include, or by their SOA record; a file that is "
        "named itself is always checked; --allow-no-zones accepts that there are none",
        where.empty() ? "what --files-from lists" : where);
}

Found Finder::sorted()
{
    Found found;
    std::error_code error;
    std::set<std::string> real;
    for (const Entry& entry : entries_)
        if (!entry.is_link)
            real.insert(fs::canonical(entry.path, error).string());
    // A named file before the same file found in a folder.
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.path != b.path ? a.path < b.path : a.named > b.named;
    });
    const std::string* last = nullptr;
    for (const Entry& entry : entries_) {
        bool repeated = last != nullptr && *last == entry.path;
        bool seen = entry.is_link && real.contains(fs::canonical(entry.path, error).string());
        last = &entry.path;
        if (repeated || seen)
            continue;
        Input input;
        input.path = entry.path;
        input.named = entry.named;
        found.inputs.push_back(std::move(input));
    }
    if (standard_input_ && !standard_input_->path.empty())
        found.inputs.insert(found.inputs.begin(), std::move(*standard_input_));
    if (named_ > 0 && named_ == excluded_ && found.inputs.empty()) {
        found.all_excluded = true;
        found.notes.push_back(
            "nothing to check: [files] exclude holds for every path that was named");
    }
    return found;
}

// With no path at all a run means every zone that is known, wherever it lies.
void Finder::add_known()
{
    if (known_ != nullptr)
        for (const std::string& file : known_->files())
            if (!matches_any(exclude_, file))
                entries_.push_back({path_seen_from(file, here_), false, false});
}

Found Finder::find()
{
    std::vector<std::string> paths = listed_paths();
    if (paths.empty() && !given_.has("--files-from")) {
        if (include_.empty()) {
            paths = {"."};
            walk_root(".", false);
        } else {
            std::set<std::string> folders;
            for (const PathGlob& glob : include_) {
                std::string folder = path_seen_from(glob.folder, here_);
                paths.push_back(glob.glob);
                if (folders.insert(folder).second)
                    walk_root(folder, true);
            }
        }
        add_known();
    } else
        for (const std::string& path : paths)
            add_named(path);
    require_some(paths);
    return sorted();
}

Found Finder::find_at(const std::string& path)
{
    add_named(path);
    return sorted();
}

} // namespace

bool is_skipped_folder(std::string_view name)
{
    return name.starts_with('.') || name == "build" || name == "node_modules" ||
           name == "__pycache__";
}

std::vector<Input> zone_files_at(const std::string& path, const Given& given, const Config& config,
                                 const Environment& environment)
{
    Settings settings; // which file is a zone: the states of a review tell it themselves
    if (config.max_file_size)
        settings.max_file_size = static_cast<std::uint64_t>(*config.max_file_size);
    return Finder(given, config, settings, environment).find_at(path).inputs;
}

bool is_excluded(const std::string& path, const Config& config)
{
    return config.exclude && matches_any(*config.exclude, path);
}

bool is_zone_file(const std::string& path, std::string_view text, const Config& config)
{
    if (is_excluded(path, config))
        return false;
    if (config.include && matches_any(*config.include, path))
        return true;
    std::string name = fs::path(path).filename().string();
    return !name.starts_with('.') && is_zone_in_folder(name, text.substr(0, sniffed));
}

Found find_files(const Given& given, const Config& config, const Settings& settings,
                 const Environment& environment)
{
    return Finder(given, config, settings, environment).find();
}

} // namespace zonevet
