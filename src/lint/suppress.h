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
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
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
    enum class Scope : std::uint8_t { entry, name, file, config, range };

    struct Silence {
        Scope scope = Scope::entry;
        std::vector<std::size_t> rules;   // sorted
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

    // The silences of one record, name, file, or name and type of the configuration: only those that cover a rule
    // which none before them covers, so never more than there are rules.
    struct Place {
        std::vector<std::size_t> silences;
        std::vector<bool> covered; // per rule, and per rule by expired ones
    };

    void read(const ControlComment& comment, std::vector<Problem>& problems);
    void index();
    void enter(Scope scope, std::uint64_t where, std::size_t silence);
    void enter_range(std::size_t silence);
    void enter_configured(std::size_t silence);
    bool asks_zone(const Silence& silence) const;
    std::size_t at(Scope scope, std::uint64_t where, const Collected& found, bool expired) const;
    std::size_t in_range(const Collected& found, bool expired) const;
    std::optional<std::size_t> find(const Collected& found, bool expired) const;

    const Zone& zone_;
    const Settings& settings_;
    std::vector<Silence> silences_;
    std::unordered_map<std::uint64_t, Place> places_[4]; // by scope, then by what it is of
    // Per source and rule: silences whose ends ascend, as their beginnings do. One that ends before an earlier one
    // is left out: the earlier one covers all that it does.
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> ranges_;
    std::map<std::pair<std::uint32_t, std::string>, std::deque<std::size_t>> open_ranges_; // by source and list
    std::unordered_multimap<std::uint64_t, std::size_t> wanted_names_;                     // entry -> ignore-name
};

} // namespace zonevet
