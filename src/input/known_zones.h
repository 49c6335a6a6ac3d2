// Which zones are known to be in which files before a file is opened: by [[zone]] of the
// configuration and by the configurations of name servers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zonevet {

struct KnownZone {
    std::string name;       // "example.com."
    std::string from;       // "config" or "server configuration"
    std::string place;      // "named.conf:12:6"
    std::string view;       // of the server; empty: none
    bool hints = false;     // the file holds the root servers' addresses, no zone
    bool confirmed = false; // another source gives the file to the same zone
};

class KnownZones {
public:
    // `file` absolute, or as seen from the working directory.
    void add(const std::string& file, KnownZone zone);
    // "zones/%s.zone": the part of a path that "%s" stands for takes its place in the zone's name, with
    // "_" for the "/" of RFC 2317 names. Other folders may be globs.
    void add_pattern(const std::string& file, KnownZone zone);

    // The zones of a file, those added first in front; of each name one.
    std::vector<KnownZone> of(const std::string& file) const;
    // Every file that was added and is there; sorted.
    std::vector<std::string> files() const;
    // The same without asking whether it is there.
    std::vector<std::string> paths() const;
    // The names of the zones of a file; in the order of of().
    std::vector<std::string> names_of(const std::string& file) const;
    bool empty() const { return zones_.empty() && patterns_.empty(); }

private:
    struct OfFile {
        std::vector<KnownZone> zones;               // as they were added
        std::map<std::string, std::size_t> by_name; // in lower case
    };
    std::map<std::string, OfFile> zones_; // by real path
    std::vector<std::pair<std::string, KnownZone>> patterns_;
};

// What "%s" stands for when `pattern` fits the path; nothing when it does not.
std::optional<std::string> name_in_path(const std::string& pattern, const std::string& path);

} // namespace zonevet
