// Silences: "; zonevet: ignore[rule] until=2026-12-31 reason="..."" in a zone file, and [[suppress]]
// in the configuration. The unit of a comment is the record, not the line:
//   ignore[...]       an own line: the next record; behind a record: that record
//   ignore-name[...]  all records of the next owner name
//   ignore-file[...]  the whole file it stands in
//   off[...] on[...]  everything between
#pragma once

#include "lint/engine.h"
#include "lint/finding.h"
#include "lint/settings.h"
#include "syntax/reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace zonevet {

class Silences {
public:
    // Reads the comments; what is wrong with one becomes a problem in `problems`.
    Silences(const Zone& zone, const std::vector<ControlComment>& comments, const Settings& settings,
             std::vector<Problem>& problems);

    // The index of the silence that covers this finding, if any. Remembers that it was of use.
    std::optional<std::size_t> covering(const Collected& found);
    // The index of an expired silence that would have covered it.
    std::optional<std::size_t> expired(const Collected& found) const;
    Suppression describe(std::size_t silence) const;
    // A problem for every comment that silenced nothing although its rules ran.
    std::vector<Problem> unused() const;

private:
    struct Silence {
        enum class Scope : std::uint8_t { entry, name, file, range, config } scope = Scope::entry;
        std::vector<std::size_t> rules;
        Span comment;                     // config: empty
        Span words;                       // of the comment: "off[rule]"
        Position entry;                   // scope entry
        std::uint32_t name = 0xffffffff;  // scope name
        std::uint64_t begin = 0, end = 0; // scope range: offsets in comment.source
        std::string reason, until, verb, list;
        bool expired = false;
        bool used = false;
        const ConfiguredSuppression* configured = nullptr;
    };

    void read(const ControlComment& comment, std::vector<Problem>& problems);
    bool asks_zone(const Silence& silence) const;
    bool covers(const Silence& silence, const Collected& found) const;
    std::optional<std::size_t> find(const Collected& found, bool expired) const;

    const Zone& zone_;
    const Settings& settings_;
    std::vector<Silence> silences_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_entry_;
    std::vector<std::size_t> others_;
    std::vector<std::size_t> open_ranges_;
    std::unordered_multimap<std::uint64_t, std::size_t> wanted_names_; // entry -> ignore-name
};

} // namespace zonevet
