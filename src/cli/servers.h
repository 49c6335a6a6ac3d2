// Which zones the files hold, as far as something outside of them says so: [[zone]], and the
// configurations of name servers that the configuration names or that are found beside the zones.
#pragma once

#include "cli/files.h"
#include "lint/zone_file.h"

#include <string>
#include <vector>

namespace zonevet {

// Of the configuration alone; what it says wins over what is found. Throws Failure when a named
// configuration of a server cannot be read.
std::shared_ptr<const KnownZones> configured_zones(const Config& config);
// The same together with the configurations found for these inputs: in the folder of each, in those
// above it up to the root of its tree, and one folder below these. One that cannot be read gives a note.
std::shared_ptr<const KnownZones> zones_beside(const Config& config, const std::vector<Input>& inputs,
                                               std::vector<std::string>& notes);
// The same from one state, a snapshot or a folder. `files` are the paths of its zone files; nothing above `top` is
// looked at; `root` (absolute) is where the tree stands, empty when its paths are absolute.
std::shared_ptr<const KnownZones> zones_beside(const Config& config, const FileTree& tree, const std::string& top,
                                               const std::string& root, const std::vector<std::string>& files,
                                               std::vector<std::string>& notes);
// A file of a state as each of the zones that it is known to hold; none when it holds root hints. `full` is
// its absolute path.
std::vector<ZoneFile> named_files(const ZoneFile& file, const std::string& full, const KnownZones& known);

// A file that is known to hold another zone than before is two zones: one that goes and one that comes.
void part_renamed(const std::vector<ZoneFile>& before, std::vector<ZoneFile>& after);

// States the zone of each input that is known; a file of several zones becomes several inputs. A file
// of root hints is no zone and is left out; a note says so when it was named.
void name_inputs(std::vector<Input>& inputs, const KnownZones& known, std::vector<std::string>& notes);

} // namespace zonevet
