// The configuration as it was written: what zonevet.toml, the files it extends, and --set say, each
// value with the place it came from.
#pragma once

#include "config/selector.h"
#include "input/wanted.h"
#include "lint/settings.h"
#include "policy/book.h"
#include "text/tree.h"
#include "toml/set.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

// `[rules.WORD]`; options only when the word is the name of one rule.
struct RuleTable {
    Selector selector;
    std::optional<Level> level;
    std::optional<bool> suppressible;
    std::vector<std::pair<std::size_t, OptionValue>> options; // index into Rule::options
};

struct OverrideTable {
    std::optional<std::vector<std::string>> profiles;
    std::vector<std::string> zones;
    std::vector<PathGlob> files;
    Selectors ignore;
    std::vector<RuleTable> rules;
};

// [[zone]]
struct ZoneTable {
    NamedZone zone;
    std::optional<std::vector<std::string>> profiles; // in place of all others
};

struct Config {
    std::string path;                       // the file that was found, as it is shown; empty: none
    std::vector<std::string> files_read;    // it and what it extends, as they are shown
    std::vector<std::string> files_in_tree; // the same as their tree calls them

    // [[rule]], [profiles], [[service]] of all files; null: none of them. The rules of the program
    // followed by those of the user; null: there are none of the user.
    std::shared_ptr<const policy::Book> book;
    std::shared_ptr<const std::vector<Rule>> own_catalogue;

    Set<Profile> profile;
    Set<std::vector<std::string>> profiles;
    Set<Servers> servers; // that load the zones
    Set<Selectors> select, extend_select, ignore;
    Set<std::optional<Level>> fail_on; // no level: never
    Set<std::int64_t> max_warnings;    // below 0: no limit
    Set<Confidence> min_confidence;
    std::vector<RuleTable> rules;
    std::vector<OverrideTable> overrides;

    Set<std::vector<PathGlob>> include, exclude;
    Set<bool> force_exclude;
    Set<std::int64_t> max_file_size;
    Set<std::vector<std::string>> placeholders;
    std::vector<ZoneTable> zones;
    // Configurations of name servers, absolute; set but empty: do not look for any.
    Set<std::vector<std::string>> server_configs;
    std::vector<std::pair<std::string, Set<std::int64_t>>> limits; // by key of [limits]

    Set<bool> require_reason, require_until;
    Set<std::int64_t> max_days;
    Set<std::optional<Level>> report_unused;
    std::vector<ConfiguredSuppression> suppressions;

    Set<std::string> output;

    Set<std::string> review_base; // what `zonevet review` compares with when no flag says it
    // [review]: options of records-removed-many and records-changed-many
    Set<std::int64_t> min_before, max_removed_percent, max_modified_percent;
    Set<std::vector<std::string>> freeze; // periods of days, an option of change-in-freeze
    Set<bool> only_former_comments;       // [review] suppressions = "base"
    Set<std::string> serial;              // how serials are made: a policy of serial-not-raised
};

// Which configuration a call means.
struct ConfigSource {
    std::optional<std::string> path; // nothing: what is found from the working directory upward to the root of the
                                     // git repository
    bool isolated = false;           // none at all
    const FileTree* tree = nullptr;  // where it is read from; null: the disk. It outlives the Config
    std::string folder;              // where it is looked for, and nowhere above; empty: from the working directory
    std::vector<std::string> extends_from; // folders outside of its tree that it may extend
    std::vector<std::string> set;          // "lint.fail-on=warning", over what the files say
    std::string set_from = "--set";        // for messages
};

// Throws Failure that names every mistake with its place.
Config load_config(const ConfigSource& source, const std::vector<Rule>& rules = all_rules());
// Files of rules, packs among them, for `zonevet test FILES`. Rules of the packs that are built in
// may be there again.
Config load_rule_files(const std::vector<std::string>& paths);
// From one text; for --set and tests. `folder` (absolute) is what its paths are relative to.
void read_config_text(Config& config, const std::string& text, const std::string& shown_path, const std::string& folder,
                      const std::vector<Rule>& rules = all_rules());

// As a TOML string; what could act on a terminal is defused.
std::string toml_text(std::string_view text);

} // namespace zonevet
