// What may be read of the disk: what the person who runs the program named, and what lies in the trees around it.
// All else that is read - included files, links, what a configuration names - comes from a change that need not be
// trusted, and never leads out of those trees, nor to hidden files and folders (.git, .env) in them.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace zonevet {

class Roots {
public:
    // A path as the person wrote it: it may be read whatever it is called, and the tree around it with it. Throws
    // Failure when it is a link, or lies behind one, that leads out of that tree.
    void name(const std::string& path);
    // All below the folder may be read.
    void add(const std::string& folder);

    // Opens a plain file. Throws Failure when it must not or cannot be read; the caller closes the descriptor.
    int open(const std::string& path);

    // From now on only what is named or added may be read; and back.
    void limit();
    void clear();

private:
    struct Place {
        std::string real; // the folder, links followed; empty: it is not there
        bool is_open = false;
    };
    Place place_of(const std::string& folder);
    std::string why_not(const std::string& real) const;

    std::mutex mutex_;
    bool is_limited_ = false;
    std::set<std::string> roots_, named_; // real paths
    std::map<std::string, Place> places_; // by folder, as it is written
};

// Those of the run. Outside of a run everything may be read.
Roots& roots();

// For as long as a run lasts: the working directory may be read, and what is named besides.
class RootsOfRun {
public:
    RootsOfRun();
    RootsOfRun(const RootsOfRun&) = delete;
    RootsOfRun& operator=(const RootsOfRun&) = delete;
    ~RootsOfRun();
};

} // namespace zonevet
