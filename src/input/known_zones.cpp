// Files are compared by their real paths, so that it does not matter from where somebody looks.
#include "input/known_zones.h"

#include "base/ascii.h"
#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace {

std::string real_path(const std::string& file)
{
    std::string real = disk().resolve(file);
    if (!real.empty())
        return real;
    std::error_code error;
    return std::filesystem::absolute(file, error).lexically_normal().string();
}

// "0_25.2.0.192.in-addr.arpa" is the name "0/25.2.0.192.in-addr.arpa" (RFC 2317): between two numbers
// an underscore stands for what a file name cannot hold.
std::string with_slash(std::string name)
{
    std::size_t sign = name.find_first_not_of("0123456789");
    if (sign != std::string::npos && sign > 0 && name[sign] == '_' &&
        (name.ends_with(".in-addr.arpa.") || name.ends_with(".ip6.arpa.")))
        name[sign] = '/';
    return name;
}

} // namespace

std::optional<std::string> name_in_path(const std::string& pattern, const std::string& path)
{
    std::size_t place = pattern.find("%s");
    if (place == std::string::npos)
        return {};
    std::string glob = pattern;
    glob.replace(place, 2, "*");
    if (!glob_match(glob, path))
        return {};
    // The part of the path that holds the name is counted from the end: in front there may be "**".
    auto after =
        static_cast<std::size_t>(std::count(pattern.begin() + static_cast<std::ptrdiff_t>(place), pattern.end(), '/'));
    std::size_t end = path.size();
    for (; after > 0; --after) {
        if (end == 0)
            return {};
        end = path.rfind('/', end - 1);
        if (end == std::string::npos)
            return {};
    }
    std::size_t begin = end == 0 ? std::string::npos : path.rfind('/', end - 1);
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::size_t part = pattern.rfind('/', place);
    part = part == std::string::npos ? 0 : part + 1;
    std::size_t part_end = std::min(pattern.find('/', place), pattern.size());
    std::size_t before = place - part, behind = part_end - place - 2;
    if (end - begin <= before + behind)
        return {};
    return path.substr(begin + before, end - begin - before - behind);
}

void KnownZones::add(const std::string& file, KnownZone zone)
{
    auto& [zones, by_name] = zones_[real_path(file)];
    auto [at, is_new] = by_name.try_emplace(in_lower_case(zone.name), zones.size());
    if (is_new) {
        zones.push_back(std::move(zone));
        return;
    }
    KnownZone& known = zones[at->second];
    known.confirmed = known.confirmed || known.from != zone.from;
}

void KnownZones::add_pattern(const std::string& file, KnownZone zone)
{
    std::error_code error;
    patterns_.emplace_back(std::filesystem::absolute(file, error).lexically_normal().string(), std::move(zone));
}

std::vector<KnownZone> KnownZones::of(const std::string& file) const
{
    if (empty())
        return {};
    std::string real = real_path(file);
    auto found = zones_.find(real);
    if (found != zones_.end())
        return found->second.zones;
    for (const auto& [pattern, zone] : patterns_) {
        std::optional<std::string> name = name_in_path(pattern, real);
        if (!name)
            continue;
        KnownZone known = zone;
        if (std::size_t place = known.name.find("%s"); place != std::string::npos)
            known.name = with_slash(known.name.replace(place, 2, *name));
        return {known};
    }
    return {};
}

std::vector<std::string> KnownZones::files() const
{
    std::vector<std::string> files;
    for (const auto& [file, zones] : zones_)
        if (disk().is_file(file))
            files.push_back(file);
    return files;
}

std::vector<std::string> KnownZones::paths() const
{
    std::vector<std::string> paths;
    for (const auto& [file, zones] : zones_)
        paths.push_back(file);
    return paths;
}

std::vector<std::string> KnownZones::names_of(const std::string& file) const
{
    std::vector<std::string> names;
    for (const KnownZone& zone : of(file))
        names.push_back(zone.hints ? std::string() : zone.name);
    return names;
}

} // namespace zonevet
