// Where one state of one zone is read from.
#pragma once

#include "text/origins.h"
#include "text/tree.h"

#include <memory>
#include <string>

namespace zonevet {

struct ZoneFile {
    std::string path;               // in its tree
    std::string shown;              // as a user would write it; empty: the path
    std::string key;                // what it is called in both states of a review; empty: `shown`
    const FileTree* tree = nullptr; // null: the disk
    std::shared_ptr<const Bytes> bytes;     // already read; null: read `path`
    std::string zone;                       // its name, when the input tells; empty: find out
    std::string zone_from = "input";        // what told, as in ZoneReport
    std::string zone_from_place;            // "named.conf:12:6"; empty: nowhere
    bool shared = false;                    // it holds several zones, so that its name cannot be theirs
    std::shared_ptr<const Origins> origins; // `bytes` was written for these files; null: it was not
    bool partial = false;                   // it holds a part of the zone
    bool without_apex = false;              // all but what whoever serves it adds, see BuildOptions
    bool fragment = false;                  // and begins in the middle: see BuildOptions
};

} // namespace zonevet
