// Checks zone files: reads each file with what it includes, builds the zone, runs the rules, applies
// suppressions, and returns the findings in file order. The answer does not depend on the number of
// threads.
#pragma once

#include "lint/finding.h"
#include "lint/settings.h"
#include "text/origins.h"

#include <string>
#include <vector>

namespace zonevet {

struct Input {
    std::string path;                 // as it is to be shown
    std::shared_ptr<const Bytes> bytes; // already read (standard input); null: read `path`
    bool named = true;                // the user named the file itself, not a folder above it
    std::string zone{}, zone_from{}, zone_from_place{}; // when known before it is read; see ZoneFile
    bool shared = false;              // it holds several zones, see ZoneFile
    bool fragment = false;            // a part of a zone that is not here, see ZoneFile
    // Real paths of included files that were named: only what is found there is reported. Empty: all.
    std::vector<std::string> only_in{};
    std::shared_ptr<const Origins> origins{}; // `bytes` was written for these files; null: it was not
    bool partial = false;             // it holds a part of the zone
    bool without_apex = false;        // all but what whoever serves it adds, see BuildOptions
};

// Throws Failure when a file cannot be read. A file that is included by another input, or that was
// found in a folder and has no SOA record while others include it, is not checked as a zone. What
// several zones have in common, because they include one file or are made from one, is reported once.
RunReport check_zones(const std::vector<Input>& inputs, const Settings& settings);

// For tests and examples: one zone from text.
ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path = "zone");

} // namespace zonevet
