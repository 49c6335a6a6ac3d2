// The way of a file into a state: found, told by its content, named, led to the zones that include it, and in
// the case of a document read. Private to src/input.
#pragma once

#include "input/content.h"
#include "input/discover.h"
#include "input/includes.h"
#include "input/known_zones.h"
#include "input/state.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

class StateReader {
public:
    // `top`: nothing above it is looked at (see add_found_zones).
    StateReader(const FileTree& tree, const Wanted& wanted, std::string top = "");

    const KnownZones& known() const { return known_; }
    State& state() { return state_; }

    // The configurations of servers beside the files, which may make further files zones.
    void look_around(const std::vector<Candidate>& files);
    // What the file is, told by its content, and what is to be read of it. What cannot be read is unread.
    void take(const Candidate& file);
    Content content_of(const Candidate& file);
    // What the other state of a review knows of the file.
    void take_as(const Candidate& file, const Content& content);
    // The zones that include it, directly or through other files.
    std::vector<std::string> includers_of(const std::string& path);
    // In place of each named file that is a part of a zone: the zones that include it, of which only what lies in
    // the file will be reported. What nobody includes stays, as a fragment, with a note.
    void lead_to_includers();
    bool has(const std::string& path) const { return items_.contains(path); }
    const std::map<std::string, std::pair<Candidate, Content>>& items() const { return items_; }
    // Parts of the zones that were taken, in files that nobody named and the change does not touch. Paths of the tree.
    std::vector<std::string> further_files() const;
    // Names the zone files, reads the documents.
    void finish();
    // The state before a change: what is broken there is mended by it, and no reason to stop.
    void is_former() { is_former_ = true; }

private:
    Content content_of(const Candidate& file, std::shared_ptr<const Bytes>& bytes) const;
    void refuse(const Candidate& file, const Content& content, std::string_view text);
    bool may_be_fragment(const Candidate& file) const;
    bool begins_zone(const std::string& path) const;
    void add_index_for(const std::string& path);
    void read_document(const Candidate& file, const ChangeFormat& format);
    void set_aside(std::string note);
    void fail(const Candidate& file, const std::string& message);
    void add_zone_file(const Candidate& file);
    void add_documents();

    const FileTree& tree_;
    const Wanted& wanted_;
    std::string top_;
    State state_;
    IncludeIndex includes_;
    KnownZones known_;
    ReadOptions options_;
    std::map<std::string, std::pair<Candidate, Content>> items_; // by path; sorted
    std::map<std::string, std::set<std::string>> only_in_;       // by zone: fragments that were named
    std::set<std::string> without_soa_;                          // zones by their names, it seems
    std::set<std::string> fragments_;                            // that no zone here includes
    std::set<std::string> refused_;
    std::vector<ReadZone> read_;
    bool is_former_ = false;
};

} // namespace zonevet
