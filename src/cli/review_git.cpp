// The states of a review from git: which files differ, which of them are zones, and which zones
// include what differs.
#include "cli/review.h"

#include "base/failure.h"
#include "cli/files.h"
#include "cli/servers.h"
#include "cli/review_documents.h"
#include "git/repository.h"
#include "text/source.h"
#include "zone/build.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

struct Range {
    std::string title;
    std::shared_ptr<const Snapshot> before, after;
    std::shared_ptr<const Snapshot> upstream; // when it has moved on since `before`
};

Range range_of(Repository& repository, const std::string& base)
{
    Range range;
    std::size_t dots = base.find("..");
    if (dots == std::string::npos) {
        std::string tip = repository.find(base), head = repository.head();
        std::string start = repository.merge_base(tip, head, base);
        range.title = fmt::format("{}..HEAD", base);
        range.before = repository.snapshot(start, base + ":");
        range.after = repository.snapshot(head, "");
        if (tip != start && head != start)
            range.upstream = repository.snapshot(tip, base + ":");
        return range;
    }
    bool three = base.compare(dots, 3, "...") == 0;
    std::string a = base.substr(0, dots), b = base.substr(dots + (three ? 3 : 2));
    std::string one = repository.find(a.empty() ? "HEAD" : a),
                other = repository.find(b.empty() ? "HEAD" : b);
    if (three)
        one = repository.merge_base(one, other, a);
    range.title = base;
    range.before = repository.snapshot(one, (a.empty() ? "HEAD" : a) + ":");
    range.after = repository.snapshot(other, "");
    return range;
}

// The last part of what a line "$INCLUDE zones/common.inc example.com." includes.
std::string included_name(std::string_view line)
{
    std::size_t begin = line.find_first_of(" \t");
    begin = begin == std::string_view::npos ? begin : line.find_first_not_of(" \t\"", begin);
    if (begin == std::string_view::npos)
        return "";
    std::size_t end = std::min(line.find_first_of(" \t\r;\"", begin), line.size());
    std::string_view path = line.substr(begin, end - begin);
    return std::string(path.substr(path.rfind('/') + 1));
}

class Touched {
public:
    Touched(const Repository& repository, const Range& range, const Config& config)
        : repository_(repository), range_(range), config_(config)
    {
    }

    // Zones that differ, and zones that include what differs.
    std::set<std::string> zones(const std::vector<std::string>& changed)
    {
        std::set<std::string> zones;
        std::vector<std::string> fragments;
        for (const std::string& path : changed) {
            std::string text = text_of(path);
            if (is_zone_file((fs::path(repository_.root()) / path).string(), text, config_))
                zones.insert(path);
            // What has an SOA record may be included as well, but then it is a zone of its own.
            if (!looks_like_zone_text(text.substr(0, 64 * 1024)))
                fragments.push_back(path);
        }
        if (!fragments.empty())
            add_includers(fragments, zones);
        return zones;
    }

private:
    std::string text_of(const std::string& path) const
    {
        const Snapshot& side = range_.after->is_file(path) ? *range_.after : *range_.before;
        return side.is_file(path) ? std::string(side.read(path)->view()) : std::string();
    }

    void add_includers(std::vector<std::string> fragments, std::set<std::string>& zones) const
    {
        auto lines = range_.after->include_lines();
        std::set<std::string> seen(fragments.begin(), fragments.end());
        while (!fragments.empty()) {
            std::string name = fs::path(fragments.back()).filename().string();
            fragments.pop_back();
            for (const auto& [path, line] : lines)
                if (included_name(line) == name && seen.insert(path).second) {
                    zones.insert(path);
                    fragments.push_back(path);
                }
        }
    }

    const Repository& repository_;
    const Range& range_;
    const Config& config_;
};

std::optional<ZoneFile> file_in(const std::shared_ptr<const Snapshot>& side,
                                const std::string& path, const std::string& shown)
{
    if (!side->is_file(path))
        return {};
    ZoneFile file;
    file.path = path;
    file.shown = shown;
    file.tree = side.get();
    return file;
}

bool is_wanted(const std::string& shown, const std::vector<std::string>& words)
{
    return words.empty() || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
               std::string folder = fs::path(word).lexically_normal().string();
               while (folder.ends_with('/'))
                   folder.pop_back();
               return folder == "." || shown == folder || shown.starts_with(folder + "/");
           });
}

// Not in a folder that no walk enters: hidden ones, and those of build tools.
bool is_searched(const std::string& path)
{
    fs::path parts(path);
    return std::none_of(parts.begin(), parts.end(),
                        [](const fs::path& part) { return is_skipped_folder(part.string()); });
}

// Each file as the zones that the configurations of servers in its own state say it holds.
std::vector<ZoneFile> named_in(const Repository& repository, const Snapshot& side, std::vector<ZoneFile> files,
                               const Config& config, const Settings& settings, std::vector<std::string>& notes)
{
    if (!settings.zone_name.empty())
        return files;
    std::vector<std::string> paths;
    for (const ZoneFile& file : files)
        if (file.tree == &side)
            paths.push_back(file.path);
    std::shared_ptr<const KnownZones> known = zones_beside(config, side, "", repository.root(), paths, notes);
    std::vector<ZoneFile> named;
    for (const ZoneFile& file : files) {
        std::vector<ZoneFile> zones{file};
        if (file.tree == &side && file.zone.empty())
            zones = named_files(file, repository.root() + "/" + file.path, *known);
        named.insert(named.end(), zones.begin(), zones.end());
    }
    return named;
}

// Zones of the state after the change that it does not touch, see FindOthers.
FindOthers others_in(const std::shared_ptr<const Snapshot>& side, const Repository& repository,
                     const std::vector<ZonePair>& pairs, std::set<std::string> known,
                     const Config& config)
{
    std::vector<std::string> names;
    for (const ZonePair& pair : pairs)
        for (const std::optional<ZoneFile>* file : {&pair.before, &pair.after})
            if (*file && known.insert((*file)->path).second)
                names.push_back(fs::path((*file)->path).filename().string());
    return [=, &repository, &config](const std::vector<std::string>& texts) {
        std::vector<ZoneFile> files;
        for (const std::string& path : side->files_with(texts, names)) {
            if (known.contains(path))
                continue;
            std::string full = (fs::path(repository.root()) / path).string();
            std::shared_ptr<const Bytes> bytes = side->read(path);
            if (is_zone_file(full, bytes->view(), config))
                files.push_back(*file_in(side, path, shown_in_repository(repository, path)));
            else if (is_searched(path) && may_be_state_document(path))
                for (ZoneFile& file : zones_of_document(repository, *side, path))
                    files.push_back(std::move(file));
        }
        return files;
    };
}

// Three changes in a row without a new serial are no slip: a script or the server makes it. Commits that edit comments
// need none.
bool is_serial_left_alone(const Repository& repository, const std::string& commit, const std::string& path)
{
    constexpr unsigned looked_at = 12;
    constexpr int enough = 3;
    int changes = 0;
    std::string_view serial;
    std::uint64_t digest = 0;
    for (const std::shared_ptr<const Bytes>& version : repository.last_versions(commit, path, looked_at)) {
        std::string_view its = serial_in(version->view());
        std::uint64_t words = digest_of_words(version->view());
        bool is_newest = serial.empty();
        if (its.empty() || (!is_newest && its != serial))
            return false;
        changes += !is_newest && words != digest ? 1 : 0;
        if (changes == enough)
            return true;
        serial = its;
        digest = words;
    }
    return false;
}

} // namespace

States states_of_git(const Given& given, const Config& config, const Settings& settings)
{
    std::shared_ptr<Repository> repository = Repository::here();
    Range range;
    if (given.is_on("--staged")) {
        range.title = "HEAD..index";
        range.before = repository->snapshot(repository->head(), "HEAD:");
        range.after = repository->index();
    } else {
        range =
            range_of(*repository, given.has("--base") ? given.last("--base") : *config.review_base);
    }
    std::vector<std::string> changed = repository->changed(*range.before, *range.after), others;
    for (const std::string& path : changed) {
        std::string full = (fs::path(repository->root()) / path).string();
        if (is_wanted(shown_in_repository(*repository, path), given.words()) && is_searched(path) &&
            !is_zone_file(full, "", config) && !is_excluded(full, config))
            others.push_back(path);
    }
    ReadOptions options;
    options.origin = settings.zone_name;
    options.is_asked = given.has("--format");
    DocumentStates documents =
        document_states(*repository, *range.before, *range.after, others, given, options);
    std::vector<ZoneFile>&before = documents.before, &after = documents.after;
    std::erase_if(changed, [&](const std::string& path) { return documents.paths.contains(path); });
    for (const std::string& path : Touched(*repository, range, config).zones(changed)) {
        std::string shown = shown_in_repository(*repository, path);
        if (!is_wanted(shown, given.words()))
            continue;
        if (auto file = file_in(range.before, path, shown))
            before.push_back(*file);
        if (auto file = file_in(range.after, path, shown))
            after.push_back(*file);
    }
    States states;
    states.title = range.title;
    states.none_is_fine = true;
    states.notes = std::move(documents.notes);
    std::vector<std::string> notes_before; // about the configurations; those of the state that will be are told
    before = named_in(*repository, *range.before, std::move(before), config, settings, notes_before);
    after = named_in(*repository, *range.after, std::move(after), config, settings, states.notes);
    part_renamed(before, after);
    states.pairs = pair_states(std::move(before), std::move(after), settings);
    if (range.upstream)
        for (ZonePair& pair : states.pairs)
            if (pair.before && pair.after && pair.before->tree != nullptr &&
                !range.upstream->same_file(*range.before, pair.before->path))
                pair.upstream = file_in(range.upstream, pair.before->path, pair.before->shown);
    // Each costs a few runs of git.
    constexpr std::size_t few = 20;
    for (ZonePair& pair : states.pairs)
        if (states.pairs.size() <= few && pair.before && pair.after && pair.before->tree == range.before.get())
            pair.serial_left_alone = [repository, commit = range.before->id(), path = pair.before->path] {
                return is_serial_left_alone(*repository, commit, path);
            };
    states.others = others_in(range.after, *repository, states.pairs, documents.paths, config);
    states.repository = repository;
    states.trees = {range.before, range.after};
    if (range.upstream)
        states.trees.push_back(range.upstream);
    return states;
}

} // namespace zonevet
