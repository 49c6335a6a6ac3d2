// Documents that are no zone files, and the zones they hold.
#include "input/documents.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace zonevet {

namespace {

// "zones/example.com.yaml" and "zones/example.com./www.yaml" are files of one zone.
std::string folder_of_zone(const ReadZone& zone)
{
    std::string folder = folder_of(disk().whole(zone.path));
    return last_part(folder).ends_with('.') ? folder_of(folder) : folder;
}

// Whether all files of its zone are among the parts.
bool is_whole(const ReadZone& zone, const std::set<std::string>& parts, const Neighbours& neighbours)
{
    std::vector<std::string> files = files_of_zone(disk().whole(zone.path), zone.zone, neighbours);
    return std::all_of(files.begin(), files.end(), [&](const std::string& file) { return parts.contains(file); });
}

} // namespace

Neighbours neighbours_in(const FileTree& tree)
{
    Neighbours neighbours;
    neighbours.list = [&tree](const std::string& folder) {
        std::vector<std::string> files;
        std::string inside = tree.inside(folder);
        if (!tree.is_folder(inside))
            return files;
        for (const std::string& file : tree.files_of(inside))
            files.push_back(tree.whole(file));
        return files;
    };
    neighbours.read = [&tree](const std::string& path) { return tree.read(tree.inside(path)); };
    neighbours.is_top = [&tree](const std::string& folder) {
        return &tree == &disk() ? std::filesystem::exists(folder + "/.git") : tree.inside(folder).empty();
    };
    return neighbours;
}

std::vector<std::string> files_of_zone(const std::string& path, const std::string& zone, const Neighbours& neighbours)
{
    std::string folder = folder_of(path);
    std::string_view last = last_part(folder);
    std::vector<std::string> files{path};
    auto add = [&](const std::string& from, auto&& is_part) {
        for (std::string& file : neighbours.list(from))
            if (is_yaml(file) && file != path && is_part(last_part(file)))
                files.push_back(std::move(file));
    };
    auto is_called_like_zone = [&](std::string_view name) {
        return name == zone + "yaml" || name == zone + "yml" || name.starts_with(zone + "_") ||
               name.starts_with("$" + zone);
    };
    auto any = [](std::string_view) { return true; };
    if (last.starts_with(zone)) {
        add(folder, any);
        add(folder_of(folder), is_called_like_zone);
    } else {
        add(folder, is_called_like_zone);
        add(folder + "/" + zone, any);
    }
    return files;
}

std::vector<ReadZone> joined_zones(std::vector<ReadZone> zones, const Neighbours& neighbours)
{
    std::vector<ReadZone> joined;
    std::vector<std::set<std::string>> parts; // the files of each
    std::map<std::string, std::size_t> known; // zone and folder -> where it is in `joined`
    for (ReadZone& zone : zones) {
        std::size_t at = joined.size();
        if (zone.after && !zone.before && is_yaml(zone.path))
            at = known.emplace(folder_of_zone(zone) + "\n" + zone.zone + " " + zone.view, at).first->second;
        if (at == joined.size()) {
            parts.push_back({disk().whole(zone.path)});
            joined.push_back(std::move(zone));
            continue;
        }
        ReadZone& into = joined[at];
        parts[at].insert(disk().whole(zone.path));
        into.after = joined_state(*into.after, *zone.after);
        into.notes.insert(into.notes.end(), zone.notes.begin(), zone.notes.end());
    }
    for (std::size_t i = 0; i < joined.size(); ++i)
        if (joined[i].after && joined[i].after->is_part && !is_whole(joined[i], parts[i], neighbours))
            joined[i].after->coverage = Coverage::part;
    return joined;
}

ZoneFile zone_file_of(const ReadZone& zone, const ReadState& state)
{
    ZoneFile file;
    file.path = file.shown = zone.path;
    OwnedName name;
    if (!zone.zone.empty() && to_name(zone.zone, name))
        file.name = ZoneName{name, "input", ""};
    file.bytes = state.text;
    file.origins = state.origins;
    file.coverage = state.coverage;
    return file;
}

void note_respelled(const ReadZone& zone, const ReadState& before, const ReadState& after,
                    std::vector<std::string>& notes)
{
    for (const std::string& set : respelled_sets(before, after))
        notes.push_back(fmt::format("{}: `{}` is spelled differently and stays the same record", zone.path, set));
}

} // namespace zonevet
