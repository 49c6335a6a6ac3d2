// Opening configurations and following what they include.
#include "servers/servers.h"

#include "base/failure.h"
#include "dns/name.h"
#include "servers/reading.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace zonevet {

namespace servers {

namespace {

constexpr std::size_t most_open = 16; // includes inside of includes
constexpr std::size_t most_files = 1000;
constexpr std::uint64_t most_octets = 64u << 20; // of one file

std::string shown(const FileTree& tree, const std::string& path)
{
    if (&tree != &disk())
        return tree.shown(path);
    std::error_code error;
    return std::filesystem::path(path).lexically_proximate(std::filesystem::current_path(error)).string();
}

} // namespace

std::uint32_t Reading::add(std::string shown, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at)
{
    return config_.sources->add(std::move(shown), std::move(bytes), included_at);
}

void Reading::mistake(const Span& at, std::string message, std::string help)
{
    config_.mistakes.push_back({at, std::move(message), std::move(help)});
}

void Reading::include(const Token& pattern, const std::string& folder, const std::function<void(std::uint32_t)>& read)
{
    std::vector<std::string> files;
    if (paths_ != nullptr)
        files = paths_->find_all(pattern.text, folder);
    if (files.empty())
        config_.missing.push_back(pattern.at);
    for (const std::string& file : files) {
        if (std::find(open_.begin(), open_.end(), file) != open_.end()) {
            mistake(pattern.at, fmt::format("`{}` includes itself", defused(pattern.text)));
            continue;
        }
        if (open_.size() >= most_open || files_ >= most_files || paths_->tree().size(file) > most_octets) {
            if (!told_limit_)
                mistake(pattern.at, fmt::format("`{}` is not read: a configuration may have {} files, {} of them one "
                                                "in the other, and each {} octets",
                                                defused(pattern.text), most_files, most_open, most_octets));
            told_limit_ = true;
            return;
        }
        ++files_;
        open_.push_back(file);
        try {
            read(add(shown(paths_->tree(), file), paths_->tree().read(file), pattern.at));
        } catch (const Failure& failure) {
            mistake(pattern.at, failure.what());
        }
        open_.pop_back();
    }
}

bool Reading::add_zone(ServedZone zone, const Token& name)
{
    OwnedName owned;
    std::string absolute = name.text;
    if (!to_name(absolute, owned)) {
        mistake(name.at, fmt::format("`{}` is no zone name", defused(name.text)));
        return false;
    }
    zone.name = owned.view().text();
    zone.at = name.at;
    config_.zones.push_back(std::move(zone));
    return true;
}

namespace {

void read_source(ServerConfig& config, Reading& reading, std::uint32_t source)
{
    switch (config.kind) {
    case ServerKind::bind:
        return read_bind(reading, source);
    case ServerKind::nsd:
        return read_nsd(reading, source);
    case ServerKind::knot:
        return read_knot(reading, source);
    }
}

} // namespace

} // namespace servers

std::string ServerConfig::place(const Span& at) const
{
    LineColumn where = sources->locate(at.position());
    return fmt::format("{}:{}:{}", defused((*sources)[at.source].path()), where.line, where.column);
}

std::optional<ServerKind> server_of_name(std::string_view name)
{
    if (name.starts_with("named") && name.find(".conf") != std::string_view::npos)
        return ServerKind::bind;
    if (name == "nsd.conf")
        return ServerKind::nsd;
    if (name == "knot.conf" || name == "knotd.conf")
        return ServerKind::knot;
    return {};
}

ServerKind server_of_text(std::string_view text)
{
    // The first line of each kind that the others cannot have.
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::size_t first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || line[first] == '#')
            continue;
        if (line.find('{') != std::string_view::npos || line.substr(first).starts_with("//") ||
            line.substr(first).starts_with("/*"))
            return ServerKind::bind;
        std::string_view rest = line.substr(first);
        if (rest.starts_with("- ") || rest.starts_with("domain:"))
            return ServerKind::knot;
        for (std::string_view only : {"name:", "zonesdir:", "zonefile:", "pattern:", "include-pattern:"})
            if (rest.starts_with(only))
                return ServerKind::nsd;
        for (std::string_view only : {"template:", "file:", "storage:", "log:"})
            if (rest.starts_with(only))
                return ServerKind::knot;
    }
    return ServerKind::bind;
}

ServerConfig read_server_config(const std::string& path, const std::string& shown, const std::string& root,
                                const FileTree& tree)
{
    ServerConfig config;
    if (tree.size(path) > servers::most_octets)
        throw Failure("`{}` is too large for a configuration of a name server", defused(shown));
    std::shared_ptr<const Bytes> bytes = tree.read(path);
    std::optional<ServerKind> named = server_of_name(std::string_view(path).substr(path.rfind('/') + 1));
    config.kind = named ? *named : server_of_text(bytes->view());
    std::string real = tree.resolve(path);
    LocalPaths paths(real, root, tree);
    servers::Reading reading(config, &paths);
    servers::read_source(config, reading, reading.add(shown, std::move(bytes)));
    for (ServedZone& zone : config.zones)
        zone.here = paths.find(zone.file, zone.folder);
    return config;
}

ServerConfig read_server_text(ServerKind kind, std::string_view text, const std::string& shown)
{
    ServerConfig config;
    config.kind = kind;
    servers::Reading reading(config, nullptr);
    servers::read_source(config, reading, reading.add(shown, std::make_shared<const Bytes>(std::string(text))));
    return config;
}

} // namespace zonevet
