// The configuration as it was written: what zonevet.toml, the files it extends, and --set say, each
// value with the place it came from. resolve() puts it together with the flags into Settings.
#pragma once

#include "cli/options.h"
#include "lint/settings.h"
#include "policy/book.h"
#include "toml/set.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

// A word that stands for rules: a name, a family, a glob or "all".
struct Selector {
    std::string word;
    std::string from;
    std::vector<std::size_t> rules;
};
using Selectors = std::vector<Selector>;

// A glob on paths, relative to the folder of the file that says it.
struct PathGlob {
    std::string glob;
    std::string folder; // absolute
};

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

struct Config {
    std::string path;                    // the file that was found, as it is shown; empty: none
    std::vector<std::string> files_read; // it and what it extends

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
    std::vector<ConfiguredZone> zones;
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
    Set<std::string> serial;      // how serials are made: a policy of serial-not-raised
};

// What a run does: the settings of the engine and what only the command needs.
struct Effective {
    Settings settings;
    Set<Profile> profile;
    std::optional<Level> fail_on = Level::error;
    std::string fail_on_from = "default";
    std::int64_t max_warnings = -1;
    std::string max_warnings_from = "default";
};

// Reads the configuration: --config, or what is found from the working directory upward to the root
// of the git repository, then --set. Throws Failure that names every mistake with its place.
Config load_config(const Given& given, const std::vector<Rule>& rules = all_rules());
// Files of rules, packs among them, for `zonevet test FILES`. Rules of the packs that are built in
// may be there again.
Config load_rule_files(const std::vector<std::string>& paths);
// From one text; for --set and tests. `folder` (absolute) is what its paths are relative to.
void read_config_text(Config& config, const std::string& text, const std::string& shown_path,
                      const std::string& folder, const std::vector<Rule>& rules = all_rules());

// Flags over configuration over profile; the most specific word decides.
Effective resolve(const Config& config, const Given& given, const Environment& environment,
                  const std::vector<Rule>& rules = all_rules());

// The same glob as seen from `folder`: paths below it are shown relative to it.
std::vector<std::string> globs_seen_from(const PathGlob& glob, const std::string& folder);

// As a TOML string; what could act on a terminal is defused.
std::string toml_text(std::string_view text);

// The working directory; absolute.
std::string working_directory();
// What is looked through for a file (real path): the repository that holds it, else the working directory
// when it lies there, else its own folder.
std::string tree_around(const std::string& real);
// A path that begins a line of output: nothing that a CI runner takes for a command.
std::string path_on_a_line(const std::string& path);
// "../x", "x": a path as a user in `folder` would write it. Both absolute.
std::string path_seen_from(const std::string& path, const std::string& folder);

} // namespace zonevet
