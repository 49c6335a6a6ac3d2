// Which zone a file holds: what is said outside of it ([[zone]], the configurations of name servers) comes before
// what it says itself, and its name comes last.
#pragma once

#include "input/known_zones.h"
#include "input/wanted.h"
#include "input/zone_file.h"

#include <set>
#include <string>
#include <vector>

namespace zonevet {

// What [[zone]] and the configurations of servers say that `wanted` names. Throws Failure when one of these cannot
// be read from the disk.
KnownZones configured_zones(const FileTree& tree, const Wanted& wanted, const std::string& top,
                            std::vector<std::string>& notes);
// Adds the configurations found in these folders, in those above them up to `top` (empty: the top of a snapshot; on
// the disk that of the tree around them), and one folder below. One that cannot be read gives a note.
void add_found_zones(KnownZones& known, const FileTree& tree, const std::set<std::string>& folders,
                     const std::string& top, std::vector<std::string>& notes);
// Whether a file of this name configures a server that serves zones.
bool is_server_config(std::string_view file_name);

// A file as each of the zones that it is known to hold: itself when nothing is known, none when it holds root
// hints, which a note says when the file was named.
std::vector<ZoneFile> named_files(const ZoneFile& file, const KnownZones& known, std::vector<std::string>& notes);

// The zone of a file: `file.name`, else what its text says, else the file's name. unnamed.invalid. when nothing
// tells: as the root it would hold every name there is.
ZoneName name_of(const ZoneFile& file, std::string_view text, const Placeholders* declared);

// A file that is known to hold another zone than before is two zones: one that goes and one that comes.
void part_renamed(const std::vector<ZoneFile>& before, std::vector<ZoneFile>& after);

} // namespace zonevet
