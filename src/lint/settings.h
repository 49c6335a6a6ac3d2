// What is switched on, at which level, with which options, for which zone: the configuration after
// everything (profile, files, flags, environment) was put together. The engine only reads it.
#pragma once

#include "lint/rule.h"
#include "portability/portability.h"

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct OptionValue {
    std::int64_t number = 0;
    std::vector<std::string> list; // lower case
};

struct RuleSetting {
    bool enabled = false;
    Level level = Level::warning;
    bool suppressible = true;
    std::string set_by = "default";   // where the selection came from: "profile recommended",
                                      // "--select", "zonevet.toml:12"
    std::string level_from;           // where the level was changed; empty: it is the rule's own
    std::vector<OptionValue> options; // one per Rule::options
};

// A `[[override]]` or a per-zone part of the configuration, already resolved to rules.
struct Override {
    std::vector<std::string> zones;  // globs on the zone name without final dot; empty: every zone
    std::vector<std::string> files;  // globs on the path
    std::vector<std::size_t> ignore; // rule indices
    std::vector<std::pair<std::size_t, Level>> levels;
    std::vector<std::pair<std::size_t, std::vector<OptionValue>>> options;
    std::optional<std::vector<std::string>> profiles; // in place of those before
};

// `[[suppress]]`: silences for zones in which a comment would be overwritten.
struct ConfiguredSuppression {
    std::vector<std::size_t> rules;
    std::string zone, name, type; // empty: any; name absolute or relative to the apex
    std::string reason, until, owner;
    std::string where; // "zonevet.toml:40:1"
};

// [[zone]], as far as it says how a zone is judged.
struct ConfiguredZone {
    std::string name;                                 // "example.com."
    std::optional<std::vector<std::string>> profiles; // in place of all others
};

// How far a run is; anybody may look while it goes on.
struct Progress {
    std::atomic<std::size_t> zones{0}, done{0};
};

struct Settings {
    // The rules there are, when the user has some of their own; nothing: all_rules().
    std::shared_ptr<const std::vector<Rule>> own_catalogue;
    const std::vector<Rule>& catalogue() const { return own_catalogue != nullptr ? *own_catalogue : all_rules(); }

    std::vector<RuleSetting> rules;  // by index into catalogue()
    std::vector<Override> overrides; // in order, every matching one applies
    std::vector<ConfiguredSuppression> suppressions;
    std::vector<ConfiguredZone> zones;

    Servers servers; // that load the zones; empty: nobody said

    // --ack: rules about changes that somebody answers for, and the ticket that says who.
    std::vector<std::pair<std::size_t, std::string>> acknowledged;
    std::vector<std::string> profiles; // what every zone is for, see Scope

    bool use_suppressions = true;      // --no-suppressions
    bool only_former_comments = false; // of a review: a comment that the change brings silences nothing
    bool require_reason = true;
    bool require_until = false;
    int max_days = 0; // an `until` further away is a finding; 0: no limit
    std::optional<Level> report_unused = Level::warning;

    Confidence min_confidence = Confidence::low;
    std::size_t described_per_rule = 0;               // 0: all
    unsigned jobs = 0;                                // 0: as many as the machine has
    std::int64_t today = 0;                           // days since 1970-01-01
    std::shared_ptr<const Placeholders> placeholders; // null: none are declared
    std::string include_root; // $INCLUDE may not leave it; empty: the file's own tree or repository

    Progress* progress = nullptr; // null: nobody looks

    // [limits], see docs/limits.md.
    std::uint64_t max_file_size = std::uint64_t{1} << 30;
    std::uint64_t max_octets = std::uint64_t{4} << 30; // of a zone with all that it includes
    std::uint64_t max_records = 200'000'000;           // a zone that has more includes nothing more
    std::uint64_t max_generated = 1'000'000;           // records of one $GENERATE
    std::uint64_t max_all_generated = 2'000'000;       // of all in one zone
    unsigned max_include_depth = 20;
    unsigned max_includes = 10'000;
    std::uint64_t max_files = 1'000'000; // that a run may find in folders

    // The defaults of a profile, no configuration at all.
    static Settings of_profile(Profile profile, const std::vector<Rule>& rules = all_rules());
};

// The rules about differences between servers are switched on when one of these differs, and off when
// none does; errors where it refuses.
void declare_servers(Settings& settings, Servers servers, const std::string& from, const std::vector<Rule>& rules);

// A zone that is refused is an error, one that is read otherwise a warning.
constexpr Level level_of_reading(Reading::Kind kind)
{
    return kind == Reading::Kind::refused     ? Level::error
           : kind == Reading::Kind::otherwise ? Level::warning
                                              : Level::info;
}

// Rules that a word of the user means: a rule name, a family or a glob ("srv-*"); empty when none.
std::vector<std::size_t> rules_named(std::string_view word, const std::vector<Rule>& rules = all_rules());
// "did you mean ..." for a word that means none; empty when nothing is near.
std::string nearest_rule_word(std::string_view word, const std::vector<Rule>& rules = all_rules());

} // namespace zonevet
