// A name server's configuration that somebody named must be right; one that lies around may be a
// template or of another time, and then only tells what can be read of it.
#include "input/naming.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "servers/servers.h"
#include "text/quote.h"
#include "text/tree.h"
#include "zone/origin.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view server_files[] = {"named.conf", "named.conf.local", "nsd.conf", "knot.conf"};
constexpr std::size_t most_subfolders = 100; // of one folder that are looked into

std::string mistake_text(const ServerConfig& server, const ServerMistake& mistake)
{
    std::string text = mistake.message + "\n" + quoted_source(*server.sources, mistake.at);
    if (!mistake.help.empty())
        text += "help: " + mistake.help + "\n";
    text.pop_back();
    return text;
}

void add_served(KnownZones& known, const ServerConfig& server, const FileTree& tree)
{
    for (const ServedZone& zone : server.zones) {
        if (zone.here.empty())
            continue;
        KnownZone one;
        one.name = zone.name;
        one.from = "server configuration";
        one.place = server.place(zone.at);
        one.view = zone.view;
        one.hints = zone.role == ServedZone::Role::hints;
        known.add(tree.whole(zone.here), std::move(one));
    }
}

// One that somebody named must be right.
void add_named(KnownZones& known, const std::string& path, const std::string& top)
{
    ServerConfig server = read_server_config(path, path_seen_from(path, working_directory()),
                                             top.empty() ? tree_around(disk().resolve(path)) : top);
    std::string all;
    for (const ServerMistake& mistake : server.mistakes)
        all += (all.empty() ? "" : "\n\nerror: ") + mistake_text(server, mistake);
    if (!all.empty())
        throw Failure("{}", all);
    add_served(known, server, disk());
}

std::string in_folder(const std::string& folder, std::string_view name)
{
    return (fs::path(folder) / name).string();
}

// Configurations in a folder and one folder below it.
void look_into(const FileTree& tree, const std::string& folder, std::set<std::string>& found)
{
    auto look = [&](const std::string& where) {
        for (std::string_view name : server_files)
            if (std::string path = in_folder(where, name); tree.is_file(path))
                found.insert(tree.resolve(path));
    };
    look(folder);
    std::size_t looked = 0;
    for (const std::string& inner : tree.folders_of(folder))
        if (!last_part(inner).starts_with('.') && looked++ < most_subfolders)
            look(inner);
}

constexpr std::size_t most_above = 64; // folders: nobody keeps a configuration that far from its zones

// In the folders of these files, and in those above them up to the root.
std::set<std::string> configs_around(const FileTree& tree, const std::set<std::string>& folders,
                                     const std::function<std::string(const std::string&)>& root_of)
{
    std::set<std::string> seen, found;
    for (const std::string& folder : folders) {
        std::string root = root_of(folder);
        std::size_t levels = 0;
        for (fs::path at = folder; levels++ < most_above && seen.insert(at.string()).second; at = at.parent_path()) {
            look_into(tree, at.string(), found);
            if (at == root || at == at.parent_path())
                break;
        }
    }
    return found;
}

void add_found(KnownZones& known, const FileTree& tree, const std::string& path, const std::string& top,
               std::vector<std::string>& notes)
{
    bool is_disk = &tree == &disk();
    std::string shown = is_disk ? path_seen_from(path, working_directory()) : tree.shown(path);
    try {
        ServerConfig server = read_server_config(path, shown, is_disk && top.empty() ? tree_around(path) : top, tree);
        if (!server.mistakes.empty())
            notes.push_back(fmt::format("{}: {}; which zones it serves is not all known",
                                        server.place(server.mistakes.front().at), server.mistakes.front().message));
        add_served(known, server, tree);
    } catch (const Failure& failure) {
        notes.push_back(failure.what());
    }
}

} // namespace

KnownZones configured_zones(const FileTree& tree, const Wanted& wanted, const std::string& top,
                            std::vector<std::string>& notes)
{
    KnownZones known;
    for (const NamedZone& zone : wanted.zones) {
        KnownZone one{zone.name, "config", zone.place, "", false};
        if (zone.file.find("%s") != std::string::npos)
            known.add_pattern(zone.file, std::move(one));
        else
            known.add(zone.file, std::move(one));
    }
    if (!wanted.server_configs)
        return known;
    for (const std::string& path : *wanted.server_configs) {
        if (&tree == &disk())
            add_named(known, path, top);
        else if (std::string here = tree.inside(path); tree.is_file(here))
            add_found(known, tree, here, top, notes);
    }
    return known;
}

void add_found_zones(KnownZones& known, const FileTree& tree, const std::set<std::string>& folders,
                     const std::string& top, std::vector<std::string>& notes)
{
    bool around = top.empty() && &tree == &disk();
    auto root = [&](const std::string& folder) { return around ? tree_around(folder + "/x") : top; };
    for (const std::string& path : configs_around(tree, folders, root))
        add_found(known, tree, path, top, notes);
}

bool is_server_config(std::string_view file_name)
{
    return std::find(std::begin(server_files), std::end(server_files), file_name) != std::end(server_files);
}

std::vector<ZoneFile> named_files(const ZoneFile& file, const KnownZones& known, std::vector<std::string>& notes)
{
    std::vector<KnownZone> zones = known.of(file.its_tree().whole(file.path));
    if (zones.empty())
        return {file};
    // What zonevet.toml says counts; of a server that says otherwise the zone has a finding.
    // A file that the server has under this name too is one that several zones share.
    bool is_confirmed = std::any_of(zones.begin(), zones.end(), [](const KnownZone& zone) { return zone.confirmed; });
    std::vector<ZoneName> others;
    bool is_configured =
        std::any_of(zones.begin(), zones.end(), [](const KnownZone& zone) { return zone.from == "config"; });
    if (is_configured)
        for (const KnownZone& zone : zones)
            if (OwnedName name; zone.from != "config" && !is_confirmed && to_name(zone.name, name))
                others.push_back({name, zone.from, zone.place});
    if (is_configured)
        std::erase_if(zones, [](const KnownZone& zone) { return zone.from != "config"; });
    std::vector<ZoneFile> files;
    for (const KnownZone& zone : zones) {
        if (zone.hints && file.named)
            notes.push_back(fmt::format("`{}` is not checked: by {} it holds root hints, which are no zone",
                                        file.shown_path(), zone.place));
        OwnedName name;
        if (zone.hints || !to_name(zone.name, name))
            continue;
        ZoneFile one = file;
        one.name = ZoneName{name, zone.from, zone.place};
        one.others = others;
        one.shared = zones.size() > 1;
        if (one.shared)
            one.key = file.key_or_path() + " " + zone.name;
        files.push_back(std::move(one));
    }
    return files;
}

ZoneName told(std::string_view name, std::string from, std::string place)
{
    OwnedName owned;
    if (!to_name(name, owned))
        throw Failure("`{}` is not a zone name", defused(name));
    return {owned, std::move(from), std::move(place)};
}

ZoneName name_of(const ZoneFile& file, std::string_view text, const Placeholders* declared)
{
    if (file.name)
        return *file.name;
    OriginGuess guess = guess_origin(text, file.shown_path(), declared);
    return {guess.name, guess.from, ""};
}

void part_renamed(const std::vector<ZoneFile>& before, std::vector<ZoneFile>& after)
{
    std::map<std::string, Name> names;
    for (const ZoneFile& file : before)
        if (file.name)
            names.emplace(file.key_or_path(), file.name->name.view());
    for (ZoneFile& file : after)
        if (auto old = names.find(file.key_or_path());
            old != names.end() && file.name && old->second != file.name->name.view())
            file.key = file.key_or_path() + " " + file.name->name.view().text();
}

} // namespace zonevet
