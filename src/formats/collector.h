// Records of a document, by zone and side, until they become zone texts. A list of changes alone
// shows whole RRsets of a zone and nothing else of it; with the zone file it applies to, both
// states are complete.
#pragma once

#include "formats/formats.h"
#include "formats/value.h"
#include "formats/zone_text.h"

#include <map>
#include <set>

namespace zonevet {

class Collector {
public:
    enum class Side : std::uint8_t { before, after };

    Collector(const Document& document, const ReadOptions& options)
        : document_(document), options_(options)
    {
    }

    // The place of a value, which is the data of the record as it stands there when they are equal.
    void add(Side side, const std::string& zone, std::string owner, std::uint32_t ttl,
             const std::string& type, std::string data, const Value& at);
    // A set that is there but whose data cannot be told (an alias of a provider, a value known
    // later): nothing of this zone may be called missing.
    void unknown(const std::string& zone) { zones_[zone].has_unknown = true; }

    // A list of changes: states of the sets that are named.
    std::vector<ReadZone> changes();
    // A state: all there is.
    std::vector<ReadZone> states();

private:
    struct Zone {
        std::vector<TextRecord> before, after;
        bool has_unknown = false;
    };
    ReadState written(const std::vector<TextRecord>& records, bool partial) const;
    ReadZone applied_to_base(const std::string& name, const Zone& zone) const;

    const Document& document_;
    const ReadOptions& options_;
    std::map<std::string, Zone> zones_;
};

// "www" + "example.com." -> "www.example.com."; "" and "@" are the zone itself.
std::string below(std::string_view name, std::string_view zone);
// With its final dot.
std::string absolute(std::string_view name);
// Text as one TXT record: quoted, in strings of 255 octets.
std::string quoted_strings(std::string_view text);
// The longest name that all names end with; empty when they have less than two labels in common.
std::string common_suffix(const std::vector<std::string>& names);

} // namespace zonevet
