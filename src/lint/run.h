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
    std::string zone;                 // its name, when the input tells; empty: find out
    std::shared_ptr<const Origins> origins; // `bytes` was written for these files; null: it was not
    bool partial = false;             // it holds a part of the zone
};

// Throws Failure when a file cannot be read. A file that is included by another input, or that was
// found in a folder and has no SOA record while others include it, is not checked as a zone.
RunReport check_zones(const std::vector<Input>& inputs, const Settings& settings);

// For tests and examples: one zone from text.
ZoneReport check_text(std::string_view text, std::string_view zone_name, const Settings& settings,
                      const std::string& path = "zone");

} // namespace zonevet
