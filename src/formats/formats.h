// Changes and zones in other formats than zone files. Each reader is one function in one table; all
// of them end in zone texts with the places they come from (formats/zone_text.h).
#pragma once

#include "base/coverage.h"
#include "text/origins.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonevet {

struct Document {
    std::string path; // as it is to be shown
    std::shared_ptr<const Bytes> bytes;
};

// How a document spells what it means, where its owner compares spellings: the data of the records
// of a set as the DNS has them, and as they stand there.
using Spellings = std::map<std::string, std::set<std::pair<std::string, std::string>>>;

// One state of one zone.
struct ReadState {
    std::shared_ptr<const Bytes> text;      // a zone file
    std::shared_ptr<const Origins> origins; // null: `text` is what the user wrote
    Coverage coverage = Coverage::whole;
    Spellings spellings;  // "www.example.com. CNAME" -> its records
    bool is_part = false; // one file of several that hold the zone together
};

struct ReadZone {
    std::string zone;                                 // "example.com."; empty: the text tells
    std::string view;                                 // tells apart zones of one name: a target, an id; may be empty
    std::string path;                                 // that is to be shown
    std::optional<ReadState> before, after;           // a document that is a state has no `before`
    std::vector<std::string> notes;                   // what cannot be judged, and why
    bool is_known() const { return before || after; } // else it is here for its notes alone
};

// The files around a document, by their whole paths.
struct Neighbours {
    std::function<std::vector<std::string>(const std::string& folder)> list; // the files of a folder
    std::function<std::shared_ptr<const Bytes>(const std::string& path)> read;
    std::function<bool(const std::string& folder)> is_top; // nothing above it belongs to the document
};
Neighbours neighbours_on_disk();

// What a format is read with.
struct ReadOptions {
    std::string origin;           // the zone's name when nothing else tells; empty: unknown
    std::optional<Document> base; // what the change applies to: a zone file, or a document of `base_format`
    std::string base_zone;        // the zone of the zone file
    std::shared_ptr<const class Zone> base_records; // of the zone file; null: a diff is read, or the base is a document
    const struct ChangeFormat* base_format = nullptr; // of the base; null: it is a zone file
    const Placeholders* placeholders = nullptr;       // that its text may hold
    bool is_asked = true;                             // the user says what the document is; false: it was recognized
    Neighbours neighbours = neighbours_on_disk();     // a review of git knows no disk
};

// Zones as they are or shall be, or what is to become of them.
enum class Describes : std::uint8_t { state, change, either };

struct ChangeFormat {
    std::string_view name; // "nsupdate script"
    std::string_view word; // "nsupdate", of --format
    Describes describes;
    bool (*recognizes)(std::string_view path, std::string_view text); // null: only its word does
    // Throws Failure with path and line when the document cannot be read.
    std::vector<ReadZone> (*read)(const Document& change, const ReadOptions& options);
};

const std::vector<ChangeFormat>& change_formats();
// Two parts of one state as one.
ReadState joined_state(const ReadState& one, const ReadState& other);
// Throws Failure when a base was given and nothing of the change is about its zone.
void expect_zone_of_base(const std::vector<ReadZone>& zones, const Document& change, const ReadOptions& options);
// By its word; null: there is none.
const ChangeFormat* format_called(std::string_view word);
// Sets that an owner of both documents takes for changed although their records are the same.
std::vector<std::string> respelled_sets(const ReadState& before, const ReadState& after);
// "example.com.yaml", or anything in a folder "example.com.": octoDNS calls the files of a zone like this.
bool is_called_like_zone(std::string_view path);
// The first that recognizes the document; null: none does.
const ChangeFormat* recognize_format(std::string_view path, std::string_view text);

} // namespace zonevet
