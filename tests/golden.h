// The golden zones of a rule, tests/rules/RULE/*.zone, and how they are run. The lines that the rule must
// report carry a mark, and nothing else may be reported:
//
//   ; expect: RULE        this line            ; expect@zone: RULE   the zone as a whole, on any
//   line ; expect@+2: RULE     two lines below      ; expect@-1: RULE     the line above
//
// Rules about changes have both states in one file, "; becomes" on a line between them (as the first
// line: the zone is new; "; becomes nothing": the zone is removed; "; becomes by": an nsupdate script follows; ";
// upstream" begins what the branch to merge into holds).
//
// Only the rule of the folder runs. A file that is included by such a zone (name it *.inc) may
// carry marks too. Lines that say how to run it, all optional:
//
//   ; zone: NAME          the zone's name; else the owner of its SOA, $ORIGIN, or example.com.
//                         ("detect": let the program find out)
//   ; set: OPTION=VALUE   an option of the rule
//   ; today: YYYY-MM-DD   the day of the check; else 2026-01-15
//   ; served: NAME          a server's configuration says that the file is that of this zone
//   ; config: WORD         what silences may do: require-until, max-days=N, locked=RULE
#pragma once

#include "lint/finding.h"
#include "lint/settings.h"
#include "support.h"

#include <optional>

namespace zonevet::test {

struct GoldenZone {
    const Rule* rule = nullptr;
    fs::path path;
    std::string text; // what the file holds; a test may change it
};

std::vector<GoldenZone> golden_zones(const Rule& rule);

// All rules, or those that the environment names: ZONEVET_RULES="srv ttl-too-long" (names, families, globs).
std::vector<const Rule*> rules_to_test();

// What keeps a zone from being known in full.
enum class Gap : std::uint8_t {
    none,
    missing_include,        // an $INCLUDE leads to no file; of a change: in the state after it
    missing_include_before, // of a change: in the state before it
    part,                   // the input holds only a part of the zone
};

enum class Running : std::uint8_t {
    own, // the rule alone, unless it judges what others say
    all,
};

Settings settings_for(const Rule& rule, std::string_view text, Running running = Running::own);

RunReport run_golden(const GoldenZone& zone, Running running = Running::own, Gap gap = Gap::none);
RunReport run_golden(const GoldenZone& zone, const Settings& settings, Gap gap = Gap::none);

// Marks of one text as "LINE NAME", lines of other files than the zone's own as "FILE:LINE NAME".
std::vector<std::string> marks(std::string_view text, const std::string& file = "");

// The name that the text is checked as; empty: what the program finds out.
std::string zone_name_of(std::string_view text);

// The states of a change, each with as many empty lines before it as keep the numbers of its lines.
struct States {
    std::optional<std::string> before, after, upstream;
    bool by_script = false; // `after` is an nsupdate script
    std::string zone;       // its name; empty: the texts tell
};

States states_in(const std::string& text, const std::string& preamble = "");
RunReport review_states(const States& states, const Settings& settings, Gap gap = Gap::none);

// A rule about the documents of octoDNS has them instead of zone files.
RunReport check_octodns(const std::string& path, const std::string& text, const Settings& settings,
                        Gap gap = Gap::none);

// The findings of one rule, in the order of the report.
std::vector<const Finding*> findings_of(const ZoneReport& zone, const Rule& rule);

} // namespace zonevet::test
