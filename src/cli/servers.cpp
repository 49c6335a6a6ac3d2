// A name server's configuration that somebody named must be right; one that lies around may be a
// template or of another time, and then only tells what can be read of it.
#include "cli/servers.h"

#include "base/failure.h"
#include "report/report.h"
#include "servers/servers.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>
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

void add_served(KnownZones& known, const ServerConfig& server)
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
        known.add(zone.here, std::move(one));
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

// Configurations in a folder and one folder below it.
void look_into(const fs::path& folder, std::set<std::string>& found)
{
    auto look = [&](const fs::path& where) {
        for (std::string_view name : server_files)
            if (std::string path = (where / name).string(); disk().is_file(path))
                found.insert(disk().resolve(path));
    };
    look(folder);
    std::error_code error;
    std::size_t looked = 0;
    for (fs::directory_iterator it(folder, error), end; !error && it != end && looked < most_subfolders;
         it.increment(error)) {
        std::error_code ignored;
        if (it->symlink_status(ignored).type() != fs::file_type::directory ||
            it->path().filename().string().starts_with('.'))
            continue;
        look(it->path());
        ++looked;
    }
}

std::set<std::string> configs_beside(const std::vector<Input>& inputs)
{
    std::set<std::string> folders, seen, found;
    for (const Input& input : inputs)
        folders.insert(fs::path(input.path).parent_path().string());
    for (const std::string& folder : folders) {
        std::string real = disk().resolve(folder.empty() ? "." : folder);
        if (real.empty())
            continue;
        std::string root = tree_around(real + "/x");
        for (fs::path at = real; seen.insert(at.string()).second; at = at.parent_path()) {
            look_into(at, found);
            if (at == root || at == at.parent_path())
                break;
        }
    }
    return found;
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
    for (const std::string& path : configs_beside(inputs)) {
        std::string shown = path_seen_from(path, working_directory());
        try {
            ServerConfig server = read_server_config(path, shown, tree_around(path));
            if (!server.mistakes.empty())
                notes.push_back(fmt::format("{}: {}; which zones it serves is not all known",
                                            server.place(server.mistakes.front().at),
                                            server.mistakes.front().message));
            add_served(*known, server);
        } catch (const Failure& failure) {
            notes.push_back(failure.what());
        }
    }
    return known;
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
            all.push_back(std::move(one));
        }
    }
    inputs = std::move(all);
}

} // namespace zonevet
