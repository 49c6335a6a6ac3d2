// One way in for every command: which candidates there are, and how the two states of a review agree about them.
#include "input/state.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "input/naming.h"
#include "input/state_reader.h"
#include "text/roots.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

// Of a walk: what is a zone by its content, then what the configurations found there know besides.
void take_all(StateReader& reading, const FileTree& tree, const std::vector<Candidate>& files)
{
    for (const Candidate& file : files)
        reading.take(file);
    std::vector<Candidate> beside;
    for (const auto& [path, item] : reading.items())
        beside.push_back(item.first);
    for (const Candidate& file : files)
        if (is_server_config(last_part(file.path)))
            beside.push_back(file);
    reading.look_around(beside);
    for (const Candidate& file : files)
        if (!reading.has(file.path) && file.bytes == nullptr && !reading.known().of(tree.whole(file.path)).empty())
            reading.take_as(file, {Content::Kind::zone, nullptr});
}

// What tells documents of one zone apart: their folder, and their name unless the zone is split over files.
std::string place_of_document(const ZoneFile& file)
{
    if (!is_yaml(file.path))
        return file.path;
    std::string folder = fs::path(file.path).parent_path().string();
    if (last_part(folder).ends_with('.'))
        folder = fs::path(folder).parent_path().string();
    return folder;
}

bool is_document(const ZoneFile& file)
{
    return file.name && file.name->from == "input";
}

// What is said of files in one folder, said of the same files in another.
Wanted moved(const Wanted& wanted, const std::string& from, const std::string& to)
{
    Wanted there = wanted;
    std::string base = disk().resolve(from), target = disk().resolve(to);
    auto move = [&](std::string& path) {
        std::string whole = disk().whole(path);
        if (whole.starts_with(base + "/"))
            path = target + whole.substr(base.size());
    };
    for (NamedZone& zone : there.zones)
        move(zone.file);
    if (there.server_configs)
        for (std::string& path : *there.server_configs)
            move(path);
    if (there.server_configs) // one that is in one state need not be in the other
        std::erase_if(*there.server_configs,
                      [&](const std::string& path) { return path.starts_with(target + "/") && !disk().is_file(path); });
    return there;
}

// A document that nobody touched and that cannot be read hides nothing of the change.
void forget_unchanged(State& before, State& after, const std::string& old_place, const std::string& new_place)
{
    auto counterpart = [&](const Unread& file) {
        return (fs::path(old_place) / fs::path(file.path).lexically_relative(new_place)).lexically_normal().string();
    };
    auto is_same = [&](const std::string& one, const std::string& other) {
        return disk().is_file(one) && disk().is_file(other) && disk().size(one) == disk().size(other) &&
               disk().read(one)->view() == disk().read(other)->view();
    };
    std::erase_if(after.unread, [&](const Unread& file) {
        std::string old = counterpart(file);
        auto same = std::find_if(before.unread.begin(), before.unread.end(), [&](const Unread& other) {
            return fs::path(other.path).lexically_normal().string() == old;
        });
        if (same == before.unread.end() || !is_same(old, file.path))
            return false;
        before.unread.erase(same);
        return true;
    });
}

} // namespace

State read_state(const FileTree& tree, const Wanted& wanted, const std::optional<std::string>& place)
{
    Discovery discovery(tree, wanted);
    StateReader reading(tree, wanted, place && fs::is_directory(*place) ? tree.resolve(*place) : "");
    if (place)
        discovery.add_named(*place);
    else
        discovery.add_wanted();
    // With no path at all a run means every zone that is known, wherever it lies.
    if (!place && !wanted.paths)
        for (const std::string& file : reading.known().files())
            if (tree.is_file(file))
                discovery.add_file(path_seen_from(file, working_directory()));
    take_all(reading, tree, discovery.files());
    reading.lead_to_includers();
    reading.finish();
    State state = std::move(reading.state());
    state.unread.insert(state.unread.end(), discovery.unread().begin(), discovery.unread().end());
    state.all_excluded = discovery.all_excluded() && state.zones.empty() && state.unread.empty();
    if (state.all_excluded)
        state.notes.push_back("nothing to check: [files] exclude holds for every path that was named");
    state.asked_for = discovery.asked_for();
    return state;
}

std::pair<State, State> read_states(const std::string& before, const std::string& after, const Wanted& wanted)
{
    bool are_folders = before != "-" && fs::is_directory(before);
    for (const std::string& place : {before, after}) // what one names, the other may lead to
        if (place != "-")
            roots().name(place);
    std::pair<State, State> states;
    struct Side {
        std::string place;
        Discovery discovery;
        StateReader reading;
        std::map<std::string, Candidate> files; // by key
    };
    auto key = [&](const std::string& place, const std::string& path) {
        return are_folders ? fs::path(path).lexically_relative(place).string() : std::string("the file");
    };
    // What the configuration says is said of the state that will be, or of the one that was.
    const Wanted for_before = are_folders ? moved(wanted, after, before) : wanted,
                 for_after = are_folders ? moved(wanted, before, after) : wanted;
    auto side = [&](const std::string& place, const Wanted& its) {
        auto one = std::make_unique<Side>(Side{
            place, Discovery(disk(), its), StateReader(disk(), its, are_folders ? disk().resolve(place) : ""), {}});
        one->discovery.add_named(place);
        std::vector<Candidate> files = one->discovery.files();
        take_all(one->reading, disk(), files);
        for (Candidate& file : files)
            one->files.emplace(key(place, file.path), std::move(file));
        return one;
    };
    std::unique_ptr<Side> sides[] = {side(before, for_before), side(after, for_after)};
    for (int i : {0, 1})
        for (const auto& [path, item] : sides[1 - i]->reading.items())
            if (auto same = sides[i]->files.find(key(sides[1 - i]->place, path)); same != sides[i]->files.end())
                sides[i]->reading.take_as(same->second, item.second);
    for (int i : {0, 1}) {
        if (!are_folders)
            sides[i]->reading.lead_to_includers();
        sides[i]->reading.finish();
        State& state = i == 0 ? states.first : states.second;
        state = std::move(sides[i]->reading.state());
        for (ZoneFile& file : state.zones)
            if (is_document(file))
                file.key += are_folders ? " " + key(sides[i]->place, place_of_document(file)) : "";
            else if (file.key.empty() || file.shared)
                file.key = key(sides[i]->place, file.path) + (file.shared ? " " + file.name->name.view().text() : "");
    }
    // A link that led there before says nothing about the change.
    auto link = [&](int i, const Unread& file) {
        std::error_code error;
        return key(sides[i]->place, file.path) + " " + fs::read_symlink(file.path, error).string();
    };
    std::set<std::string> former_links;
    for (const Unread& file : sides[0]->discovery.unread())
        former_links.insert(link(0, file));
    for (const Unread& file : sides[1]->discovery.unread())
        if (!former_links.contains(link(1, file)))
            states.second.unread.push_back(file);
    if (are_folders)
        forget_unchanged(states.first, states.second, before, after);
    part_renamed(states.first.zones, states.second.zones);
    return states;
}

namespace {

// Absolute, so that "..", links above and whole paths mean what they say.
std::string absolute_path(const std::string& path)
{
    std::string whole = disk().whole(path);
    while (whole.size() > 1 && whole.ends_with('/'))
        whole.pop_back();
    return whole;
}

} // namespace

bool is_wanted(const std::string& shown, const Wanted& wanted)
{
    std::string path = absolute_path(shown);
    return !wanted.paths || std::any_of(wanted.paths->begin(), wanted.paths->end(), [&](const std::string& word) {
        // What lies behind a link to a folder is named by the folder too.
        for (const std::string& folder : {absolute_path(word), disk().resolve(word)})
            if (!folder.empty() && (path == folder || path.starts_with(folder == "/" ? folder : folder + "/")))
                return true;
        return false;
    });
}

namespace {

bool is_named(const std::string& shown, const Wanted& wanted)
{
    return wanted.paths && std::any_of(wanted.paths->begin(), wanted.paths->end(), [&](const std::string& word) {
               return absolute_path(word) == absolute_path(shown);
           });
}

// A path that is nowhere narrows the review down to nothing, and so would everything end green.
void require_paths(const FileTree& before, const FileTree& after, const Wanted& wanted)
{
    if (!wanted.paths)
        return;
    for (const std::string& word : *wanted.paths) {
        std::string whole = disk().whole(word), inside = after.inside(whole);
        while (inside.ends_with('/'))
            inside.pop_back();
        bool is_top = inside.empty() && after.whole("") == fs::path(whole + "/").lexically_normal().string();
        auto is_in = [&](const FileTree& tree) { return tree.is_file(inside) || tree.is_folder(inside); };
        bool is_there = !inside.empty() && (is_in(before) || is_in(after));
        if (!is_top && !is_there && !disk().is_file(whole) && !disk().is_folder(whole))
            throw Failure("there is no file or folder `{}` in either state", defused(word));
    }
}

} // namespace

namespace {

// The files of a folder that a link in the tree leads to.
void add_files_below(const FileTree& tree, const std::string& folder, std::set<std::string>& files)
{
    for (const FolderEntry& entry : tree.entries(folder))
        if (entry.kind == FolderEntry::Kind::folder)
            add_files_below(tree, entry.path, files);
        else
            files.insert(entry.path);
}

// A link to a file that is found where it is says nothing of its own, unless a configuration names the link.
bool is_found_behind_link(const FileTree& tree, StateReader& side, const std::string& path)
{
    std::string target = tree.resolve(path);
    return target != path && side.known().of(tree.whole(path)).empty() &&
           side.content_of({target, shown_in(tree, target), false, false, nullptr}).is_judged();
}

} // namespace

namespace {

bool is_zone_text(const FileTree& tree, const std::string& path)
{
    try {
        return looks_like_zone_text(tree.read(path)->view());
    } catch (const Failure&) {
        return false; // told when it is read for good
    }
}

} // namespace

std::pair<State, State> read_states(const FileTree& before, const FileTree& after,
                                    const std::vector<std::string>& changed, const Wanted& wanted)
{
    require_paths(before, after, wanted);
    StateReader former(before, wanted), present(after, wanted);
    StateReader* sides[] = {&former, &present};
    const FileTree* trees[] = {&before, &after};
    auto candidate = [&](const std::string& path) {
        std::string shown = shown_in(after, path);
        return Candidate{path, shown, is_named(shown, wanted), false, nullptr};
    };
    std::vector<Candidate> files;
    for (const std::string& path : changed)
        files.push_back(candidate(path));
    for (StateReader* side : sides)
        side->look_around(files);
    // Files that a configuration gives to another zone than before.
    std::set<std::string> touched(changed.begin(), changed.end()), served_otherwise;
    for (int i : {0, 1})
        for (const std::string& file : sides[i]->known().paths())
            if (std::string path = after.inside(file); !path.empty() && before.is_file(path) && after.is_file(path) &&
                                                       former.known().names_of(file) != present.known().names_of(file))
                served_otherwise.insert(path);
    touched.insert(served_otherwise.begin(), served_otherwise.end());
    // What a link to a folder led to, and what it leads to now: zones may include it by the link.
    for (const std::string& path : changed)
        for (const FileTree* tree : trees)
            if (std::string folder = tree->folder_behind(path); !folder.empty())
                add_files_below(*tree, folder, touched);
    std::set<std::string> all, included;
    for (const std::string& path : touched) {
        std::string whole = after.whole(path);
        if (is_searched(path) && !matches_any(wanted.exclude, whole))
            all.insert(path);
        for (int i : {0, 1}) {
            bool is_zone = trees[i]->is_file(path) && is_zone_text(*trees[i], path);
            // What has an SOA record may be included as well, but then it is a zone of its own.
            if (is_zone || is_server_config(last_part(path)))
                continue;
            for (std::string& zone : sides[i]->includers_of(path))
                if (!matches_any(wanted.exclude, after.whole(zone))) {
                    included.insert(zone);
                    all.insert(std::move(zone));
                }
        }
    }
    auto is_refused = [](const FileTree& tree, const std::string& path) {
        return tree.is_link(path) && (tree.leads_out(path) || is_hidden_below("", tree.resolve(path)));
    };
    former.is_former();
    for (const std::string& path : all) {
        Candidate file = candidate(path);
        if (!is_wanted(file.shown, wanted))
            continue;
        if (is_refused(after, path) && looks_like_zone_name(last_part(path)))
            present.state().unread.push_back(refused_link(file.shown));
        std::optional<Content> contents[2];
        // A link that leads elsewhere than before is what it leads to.
        bool leads_elsewhere =
            before.is_file(path) && after.is_file(path) && before.resolve(path) != after.resolve(path);
        for (int i : {0, 1})
            if (trees[i]->is_file(path) && !is_refused(*trees[i], path) &&
                (leads_elsewhere || !is_found_behind_link(*trees[i], *sides[i], path)))
                contents[i] =
                    included.contains(path) ? Content{Content::Kind::zone, nullptr} : sides[i]->content_of(file);
        file.named = false;
        // A file that a server loads in one state only is a zone in that state only.
        if (served_otherwise.contains(path))
            for (int i : {0, 1})
                if (sides[i]->known().names_of(after.whole(path)).empty() && sides[i]->state().notes.empty())
                    contents[i].reset();
        for (int i : {0, 1}) {
            // What is a zone in one state, or a document, is one in the other: broken, it is to be told.
            bool is_it = contents[i] && contents[i]->is_judged();
            bool is_in_other = contents[1 - i] && contents[1 - i]->is_judged();
            if (contents[i] && (is_it || is_in_other))
                sides[i]->take_as(file, is_it ? *contents[i] : *contents[1 - i]);
        }
    }
    std::set<std::string> further;
    for (StateReader* side : sides)
        for (std::string& path : side->further_files())
            further.insert(std::move(path));
    for (const std::string& path : further)
        for (int i : {0, 1})
            if (trees[i]->is_file(path) && !sides[i]->has(path))
                sides[i]->take({path, shown_in(after, path), false, false, nullptr});
    for (StateReader* side : sides)
        side->finish();
    for (StateReader* side : sides)
        for (ZoneFile& file : side->state().zones)
            if (is_document(file))
                file.key += " " + place_of_document(file);
    part_renamed(former.state().zones, present.state().zones);
    return {std::move(former.state()), std::move(present.state())};
}

std::vector<ZoneFile> zones_of(const FileTree& tree, const std::vector<std::string>& paths, const Wanted& wanted)
{
    StateReader reader(tree, wanted);
    std::vector<Candidate> files;
    for (const std::string& path : paths)
        if (is_searched(path) && !matches_any(wanted.exclude, tree.whole(path)))
            files.push_back({path, shown_in(tree, path), false, false, nullptr});
    reader.look_around(files);
    for (const Candidate& file : files)
        reader.take(file);
    for (const std::string& path : reader.further_files())
        reader.take({path, shown_in(tree, path), false, false, nullptr});
    reader.finish();
    return std::move(reader.state().zones);
}

} // namespace zonevet
