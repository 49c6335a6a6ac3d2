// From a file to a zone: reads the file and what it includes, in parallel when it is large, and
// builds the model. Nothing a file holds makes it fail; what was wrong is among the problems.
#pragma once

#include "base/coverage.h"
#include "syntax/problem.h"
#include "syntax/reader.h"
#include "text/origins.h"
#include "text/tree.h"
#include "zone/zone.h"

#include <memory>
#include <string>
#include <vector>

namespace zonevet {

struct BuildOptions {
    ReaderLimits reader;
    unsigned jobs = 1;
    std::uint64_t chunk_size = 1u << 20;    // octets each worker takes at once
    std::uint64_t parallel_from = 4u << 20; // smaller files are read by one thread
    std::string include_root;               // absolute; includes may not leave it. Empty: no limit
    unsigned max_include_depth = 20;
    unsigned max_includes = 10'000;
    std::uint64_t max_file_size = std::uint64_t{1} << 30;
    std::uint64_t max_octets = std::uint64_t{4} << 30; // of all files of the zone
    std::uint64_t max_records = 200'000'000;           // a zone that has more includes nothing more
    const FileTree* tree = nullptr;                    // where files are read from; null: the disk
    std::shared_ptr<Sources> sources;                  // to read into; null: new ones
    const Placeholders* placeholders = nullptr;        // those that are declared; null: none
    Coverage coverage = Coverage::whole;               // how much of the zone the text is known to hold; a fragment's
                                                       // `origin` is only that of relative names
    const Origins* origins = nullptr;                  // what else is known of a text that was written for others
};

// The file that `name` of an $INCLUDE means, as the tree calls it; empty: there is none. Servers disagree what a
// relative path is relative to: the including file (Knot), or the working directory (BIND, NSD), which for a
// repository is mostly its top or the folder of the zone. An absolute path is one of the server's: when it is not
// below `root` (empty: no limit), its endings are looked for here. Folders end in "/", or are empty.
std::string included_path(const FileTree& tree, const std::string& name, const std::string& folder,
                          const std::string& folder_of_zone, const std::string& root);

struct BuiltZone {
    std::unique_ptr<Zone> zone;
    Problems problems; // in the order of the text
    std::vector<ControlComment> comments;
    std::vector<std::string> included; // paths of included files, resolved
};

BuiltZone build_zone(std::string path, std::shared_ptr<const Bytes> bytes, Name origin, const BuildOptions& options);

} // namespace zonevet
