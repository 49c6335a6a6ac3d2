// What a run shall look at, as flags and zonevet.toml say it: the one thing that src/input knows of them.
#pragma once

#include "dns/name.h"
#include "input/paths.h"
#include "text/placeholders.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zonevet {

struct ChangeFormat;

// [[zone]]: the file that holds a zone.
struct NamedZone {
    std::string name;  // "example.com."; "%s." when `file` is a pattern
    std::string file;  // as seen from the working directory; "%s" stands for the name
    std::string place; // "zonevet.toml:4"
};

struct Wanted {
    // Files and folders as the user wrote them; "-" is standard input. Nothing: what `include` means, else the
    // working directory, and every file that is known to hold a zone.
    std::optional<std::vector<std::string>> paths;

    std::vector<PathGlob> include, exclude;
    bool force_exclude = false; // `exclude` holds for named files too, and a named file may be no zone (a hook)

    std::optional<OwnedName> zone;        // what every file holds, whatever it says itself
    bool is_asked = false;                // --format: named files are in `format`
    const ChangeFormat* format = nullptr; // null: zone files

    std::vector<NamedZone> zones;
    // Configurations of name servers, absolute; nothing: those that lie beside the zones.
    std::optional<std::vector<std::string>> server_configs;
    std::shared_ptr<const Placeholders> placeholders; // null: none are declared

    std::uint64_t max_file_size = std::uint64_t{1} << 30; // octets
    std::uint64_t max_files = 1'000'000;                  // that folders may hold
    int standard_input = 0;                               // descriptor
    std::string standard_input_name = "-";
};

} // namespace zonevet
