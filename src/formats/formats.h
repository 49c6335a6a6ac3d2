// Changes and zones in other formats than zone files. Each reader is one function in one table; all
// of them end in zone texts with the places they come from (formats/zone_text.h).
#pragma once

#include "text/origins.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct Document {
    std::string path; // as it is to be shown
    std::shared_ptr<const Bytes> bytes;
};

// One state of one zone.
struct ReadState {
    std::shared_ptr<const Bytes> text;      // a zone file
    std::shared_ptr<const Origins> origins; // null: `text` is what the user wrote
    bool partial = false;                   // whole RRsets, but not all of them
};

struct ReadZone {
    std::string zone;                       // "example.com."; empty: the text tells
    std::string path;                       // that is to be shown
    std::optional<ReadState> before, after; // a document that is a state has no `before`
};

// What a format is read with.
struct ReadOptions {
    std::string origin;           // the zone's name when nothing else tells; empty: unknown
    std::optional<Document> base; // the zone file that the change applies to
    std::string base_zone;        // its name
};

struct ChangeFormat {
    std::string_view name; // "nsupdate"
    bool (*recognizes)(std::string_view path, std::string_view text);
    // Throws Failure with path and line when the document cannot be read.
    std::vector<ReadZone> (*read)(const Document& change, const ReadOptions& options);
};

const std::vector<ChangeFormat>& change_formats();
// The first that recognizes the document; null: none does.
const ChangeFormat* recognize_format(std::string_view path, std::string_view text);

} // namespace zonevet
