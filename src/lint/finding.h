// What a run found, ready to be printed: places are spans, texts are final. Texts still hold what the
// zone's author wrote, octet by octet; every reporter defuses it (text/source.h) or escapes it.
#pragma once

#include "lint/rule.h"

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
    std::string kind;   // "comment" or "config"
    std::string reason; // empty when none was given
    std::string until;  // "2026-12-31" or empty
    std::optional<Span> comment;
};

struct Finding {
    const Rule* rule = nullptr;
    Level level = Level::warning;
    std::string message;
    Span span;
    std::string label;                  // under the caret; may be empty
    std::vector<RelatedPlace> notes;
    std::string help;                   // empty: none
    std::optional<std::string> fix;     // replaces the text of `span`
    std::string effect;                 // empty: none

    std::string owner, type, data;      // of the record it is about; empty for zone-wide ones
    std::optional<std::uint32_t> ttl;
    std::string fingerprint;            // 32 hex digits, stable when lines move
    std::optional<Suppression> suppressed;
};

// One zone's part of a run.
struct ZoneReport {
    std::string zone;                   // "example.com."
    std::string origin_from;            // "flag", "config", "SOA record", "$ORIGIN", "file name"
    std::string path;
    std::shared_ptr<const Sources> sources;
    std::size_t records = 0;
    std::vector<Finding> findings;      // by source, offset, rule name; suppressed ones not among them
    std::vector<Finding> suppressed;
    // Findings that were counted but not described, because a person asked for few (see
    // Settings::described_per_rule).
    struct Hidden {
        const Rule* rule;
        Level level;
        std::size_t count;
    };
    std::vector<Hidden> hidden;

    std::size_t count(Level level) const; // described and hidden
};

struct RunReport {
    std::shared_ptr<const std::vector<Rule>> own_rules; // keeps alive what findings point to
    std::vector<ZoneReport> zones;
    std::string config_path;              // empty: none
    std::vector<std::string> arguments;
    std::vector<const Rule*> rules;       // that were switched on; filled by the command
    std::vector<std::string> notes;       // for standard error: "nothing to check: ..."
    double seconds = 0;

    std::size_t count(Level level) const;
    std::size_t suppressed() const;
    std::size_t records() const;
};

} // namespace zonevet
