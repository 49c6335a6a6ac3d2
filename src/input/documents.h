// Documents that are no zone files, and the zones they hold.
#pragma once

#include "formats/formats.h"
#include "input/zone_file.h"

#include <string>
#include <vector>

namespace zonevet {

// The files around a document of a tree, by their whole paths.
Neighbours neighbours_in(const FileTree& tree);

// The files (whole paths) that hold parts of one zone as octoDNS splits them, this one among them: the folder
// "example.com./", "example.com.yaml" beside it, layers "example.com._base.yaml".
std::vector<std::string> files_of_zone(const std::string& path, const std::string& zone, const Neighbours& neighbours);

// Parts of one zone become one; of those whose other files were not read a part is known.
std::vector<ReadZone> joined_zones(std::vector<ReadZone> zones, const Neighbours& neighbours);

// One state of a zone of a document as a file.
ZoneFile zone_file_of(const ReadZone& zone, const ReadState& state);

// What the owner of a format plans to do although the DNS stays as it is.
void note_respelled(const ReadZone& zone, const ReadState& before, const ReadState& after,
                    std::vector<std::string>& notes);

} // namespace zonevet
