// Zones of a git repository that do not stand in zone files: documents of octoDNS, DNSControl and others
// that describe them, read from the two snapshots of a review.
#pragma once

#include "cli/documents.h"
#include "git/repository.h"

#include <set>
#include <string>
#include <vector>

namespace zonevet {

struct DocumentStates {
    std::vector<ZoneFile> before, after;
    std::vector<std::string> notes;
    std::set<std::string> paths; // the documents, from the root
};

// How paths from the root are shown: as seen from the working directory.
std::string shown_in_repository(const Repository& repository, const std::string& path);

// Of the files that differ, those that hold zones in another format on either side, together with what
// else belongs to their zones. Throws Failure when the state after the change cannot be read; an
// unreadable state before it is a note, for somebody has to mend it.
DocumentStates document_states(const Repository& repository, const Snapshot& before, const Snapshot& after,
                               const std::vector<std::string>& changed, const Given& given,
                               const ReadOptions& options);

// The zones of one file, when it is such a document that can be read.
std::vector<ZoneFile> zones_of_document(const Repository& repository, const Snapshot& side,
                                        const std::string& path);

} // namespace zonevet
