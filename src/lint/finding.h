// What a run found, ready to be printed: places are spans, texts are final. Texts still hold what the
// zone's author wrote, octet by octet; every reporter defuses it (text/source.h) or escapes it.
#pragma once

#include "input/unread.h"
#include "lint/rule.h"
#include "portability/portability.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zonevet {

struct RelatedPlace {
    std::optional<Span> span; // nothing: a fact without a place
    std::string text;
};

struct Suppression {
    std::string kind;   // "comment", "config" or "acknowledged" (--ack)
    std::string reason; // empty when none was given
    std::string until;  // "2026-12-31" or empty
    std::optional<Span> comment;
};

struct Finding {
    const Rule* rule = nullptr;
    Level level = Level::warning;
    std::string message;
    Span span;
    std::string label; // under the caret; may be empty
    std::vector<RelatedPlace> notes;
    std::string help;               // empty: none
    std::optional<std::string> fix; // replaces the text of `span`
    std::string effect;             // empty: none

    std::string owner, type, data; // of the record it is about; empty for zone-wide ones
    std::optional<std::uint32_t> ttl;
    std::string fingerprint; // 32 hex digits, stable when lines move
    std::optional<Suppression> suppressed;
    const PortabilityCase* portability = nullptr; // what servers do with it; null: they do not differ
};

// One line of the record diff of a review: a record that is new ('+'), gone ('-'), or has other data
// or another TTL than before ('~').
struct DiffLine {
    char sign = '~';
    std::string owner, type;                            // the owner relative to the zone
    std::string before, after;                          // data; empty when there is none
    std::optional<std::uint32_t> ttl_before, ttl_after; // nothing: a document says none
    std::optional<Span> span;                           // of the new record; of the old one when it is gone
    bool unreadable = false;           // a line of the name cannot be read: what is missing may be there
    std::vector<std::size_t> findings; // into ZoneReport::findings
};

// What a change does to one zone.
struct ZoneDiff {
    bool zone_added = false, zone_removed = false;
    bool complete = true; // false: the input shows only the records it changes
    std::optional<std::uint32_t> serial_before, serial_after;
    std::vector<DiffLine> lines;      // without the SOA when only its serial differs
    std::size_t unchanged = 0;        // findings that were there before and are not reported
    std::vector<Finding> fixed;       // findings that are no longer there; their places are of the old state
    std::uint32_t longest_cached = 0; // the longest TTL of an answer that is replaced or removed
    std::string longest_cached_of;    // "www A"
};

// One zone's part of a run.
struct ZoneReport {
    std::string zone;         // "example.com."
    std::string origin_from;  // "flag", "config", "server configuration", "SOA record", "$ORIGIN",
                              // "file name", "input" (a change format tells it)
    std::string origin_place; // where that stands: "named.conf:12:6"; empty: in the file itself
    std::string path;
    std::shared_ptr<const Sources> sources;
    std::size_t records = 0;
    std::vector<Finding> findings; // by source, offset, rule name; suppressed ones not among them
    std::vector<Finding> suppressed;
    // Findings that were counted but not described, because a person asked for few (see
    // Settings::described_per_rule).
    struct Hidden {
        const Rule* rule;
        Level level;
        std::size_t count;
    };
    std::vector<Hidden> hidden;
    std::optional<ZoneDiff> diff; // of a review
    bool is_zone = true;          // false: a file of rules, whose findings are shown like others

    std::size_t count(Level level) const; // described and hidden
};

struct RunReport {
    std::shared_ptr<const std::vector<Rule>> own_rules; // keeps alive what findings point to
    std::vector<ZoneReport> zones;
    std::string config_path; // empty: none
    std::vector<std::string> arguments;
    std::vector<const Rule*> rules; // that were switched on; filled by the command
    std::vector<std::string> notes; // for standard error: "nothing to check: ..."
    std::vector<Unread> unread;     // what was not judged: with any, the run cannot be trusted
    double seconds = 0;
    std::string review; // what was compared: "main..HEAD"; empty: not a review

    std::size_t count(Level level) const;
    std::size_t suppressed() const;
    std::size_t zone_count() const;
    std::size_t records() const;
};

} // namespace zonevet
