// A name server's configuration that somebody named must be right; one that lies around may be a
// template or of another time, and then only tells what can be read of it.
#include "cli/servers.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "report/report.h"
#include "servers/servers.h"
#include "text/tree.h"

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

void add_configured(KnownZones& known, const Config& config)
{
    for (const ConfiguredZone& zone : config.zones) {
        KnownZone one;
        one.name = zone.name;
        one.from = "config";
        one.place = zone.from;
        if (zone.file.find("%s") != std::string::npos)
            known.add_pattern(zone.file, std::move(one));
        else
            known.add(zone.file, std::move(one));
    }
}

std::string mistake_text(const ServerConfig& server, const ServerMistake& mistake)
{
    std::string text = mistake.message + "\n" + quoted_source(*server.sources, mistake.at, {});
    if (!mistake.help.empty())
        text += "help: " + mistake.help + "\n";
    text.pop_back();
    return text;
}

// `root`: absolute, where the tree stands; empty: its paths are absolute.
void add_served(KnownZones& known, const ServerConfig& server, const std::string& root = "")
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
        known.add(root.empty() ? zone.here : root + "/" + zone.here, std::move(one));
    }
}

void add_named(KnownZones& known, const Config& config)
{
    if (!config.server_configs)
        return;
    for (const std::string& path : *config.server_configs) {
        ServerConfig server =
            read_server_config(path, path_seen_from(path, working_directory()), tree_around(disk().resolve(path)));
        std::string all;
        for (const ServerMistake& mistake : server.mistakes)
            all += (all.empty() ? "" : "\n\nerror: ") + mistake_text(server, mistake);
        if (!all.empty())
            throw Failure("{}", all);
        add_served(known, server);
    }
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

// In the folders of these files, and in those above them up to the root.
std::set<std::string> configs_around(const FileTree& tree, const std::set<std::string>& folders,
                                     const std::function<std::string(const std::string&)>& root_of)
{
    std::set<std::string> seen, found;
    for (const std::string& folder : folders) {
        std::string root = root_of(folder);
        for (fs::path at = folder; seen.insert(at.string()).second; at = at.parent_path()) {
            look_into(tree, at.string(), found);
            if (at == root || at == at.parent_path())
                break;
        }
    }
    return found;
}

std::set<std::string> configs_beside(const std::vector<Input>& inputs)
{
    std::set<std::string> folders;
    for (const Input& input : inputs) {
        std::string folder = fs::path(input.path).parent_path().string();
        if (std::string real = disk().resolve(folder.empty() ? "." : folder); !real.empty())
            folders.insert(std::move(real));
    }
    return configs_around(disk(), folders, [](const std::string& folder) { return tree_around(folder + "/x"); });
}

void add_found(KnownZones& known, const std::string& path, const std::string& shown, const std::string& root,
               const FileTree& tree, const std::string& tree_root, std::vector<std::string>& notes)
{
    try {
        ServerConfig server = read_server_config(path, shown, root, tree);
        if (!server.mistakes.empty())
            notes.push_back(fmt::format("{}: {}; which zones it serves is not all known",
                                        server.place(server.mistakes.front().at), server.mistakes.front().message));
        add_served(known, server, tree_root);
    } catch (const Failure& failure) {
        notes.push_back(failure.what());
    }
}

} // namespace

std::shared_ptr<const KnownZones> configured_zones(const Config& config)
{
    auto known = std::make_shared<KnownZones>();
    add_configured(*known, config);
    add_named(*known, config);
    return known;
}

std::shared_ptr<const KnownZones> zones_beside(const Config& config, const std::vector<Input>& inputs,
                                               std::vector<std::string>& notes)
{
    auto known = std::make_shared<KnownZones>();
    add_configured(*known, config);
    add_named(*known, config);
    for (const std::string& path : configs_beside(inputs))
        add_found(*known, path, path_seen_from(path, working_directory()), tree_around(path), disk(), "", notes);
    return known;
}

std::shared_ptr<const KnownZones> zones_beside(const Config& config, const FileTree& tree, const std::string& top,
                                               const std::string& root, const std::vector<std::string>& files,
                                               std::vector<std::string>& notes)
{
    auto known = std::make_shared<KnownZones>();
    add_configured(*known, config);
    std::set<std::string> configs;
    if (config.server_configs) {
        for (const std::string& path : *config.server_configs)
            if (std::string here = path_seen_from(path, root); tree.is_file(here))
                configs.insert(here);
    } else {
        std::set<std::string> folders;
        for (const std::string& file : files)
            folders.insert(fs::path(file).parent_path().string());
        configs = configs_around(tree, folders, [&](const std::string&) { return top; });
    }
    for (const std::string& path : configs)
        add_found(*known, path, &tree == &disk() ? path_seen_from(path, working_directory()) : tree.shown(path), top, tree,
                  root, notes);
    return known;
}

std::vector<ZoneFile> named_files(const ZoneFile& file, const std::string& full, const KnownZones& known)
{
    std::vector<KnownZone> zones = known.of(full);
    if (zones.empty())
        return {file};
    std::vector<ZoneFile> files;
    for (const KnownZone& zone : zones) {
        if (zone.hints)
            continue;
        ZoneFile one = file;
        one.zone = zone.name;
        one.zone_from = zone.from;
        one.zone_from_place = zone.place;
        one.shared = zones.size() > 1;
        if (zones.size() > 1)
            one.key = (file.key.empty() ? file.shown : file.key) + " " + zone.name;
        files.push_back(std::move(one));
    }
    return files;
}

void part_renamed(const std::vector<ZoneFile>& before, std::vector<ZoneFile>& after)
{
    auto key = [](const ZoneFile& file) {
        return !file.key.empty() ? file.key : !file.shown.empty() ? file.shown : file.path;
    };
    std::map<std::string, std::string> zones;
    for (const ZoneFile& file : before)
        zones.emplace(key(file), file.zone);
    for (ZoneFile& file : after)
        if (auto old = zones.find(key(file)); old != zones.end() && !file.zone.empty() && !old->second.empty() &&
                                              !same_word(file.zone, old->second))
            file.key = key(file) + " " + file.zone;
}

void name_inputs(std::vector<Input>& inputs, const KnownZones& known, std::vector<std::string>& notes)
{
    if (known.empty())
        return;
    std::vector<Input> all;
    for (Input& input : inputs) {
        std::vector<KnownZone> zones = known.of(input.path);
        if (zones.empty())
            all.push_back(std::move(input));
        for (const KnownZone& zone : zones) {
            if (zone.hints && input.named)
                notes.push_back(fmt::format("`{}` is not checked: by {} it holds root hints, which are no zone",
                                            input.path, zone.place));
            if (zone.hints)
                continue;
            Input one = input;
            one.zone = zone.name;
            one.zone_from = zone.from;
            one.zone_from_place = zone.place;
            one.shared = zones.size() > 1;
            all.push_back(std::move(one));
        }
    }
    inputs = std::move(all);
}

} // namespace zonevet
