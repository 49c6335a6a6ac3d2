// Documents that are no zone files: which format they are in, and the zones they hold.
#pragma once

#include "cli/config.h"
#include "formats/formats.h"
#include "lint/run.h"
#include "lint/zone_file.h"

#include <string>
#include <vector>

namespace zonevet {

// What --format names, else what the document shows itself to be; null: a zone file. Throws Failure for
// a word that is no format, and for a document that is neither.
const ChangeFormat* format_of(const Document& document, const Given& given);
// "nsupdate, diff, ...", the words of --format.
std::string format_words();

// Called like a zone file, and not begun like an export of one: no need to look for another format in it.
bool is_plain_zone_file(const std::string& path);
// The format of a file found in a folder, when it describes zones in one that can be told for sure; else
// null.
const ChangeFormat* state_format(const std::string& path, std::string_view text);
// Whether a file of this name may be such a document: only then is it worth to be opened.
bool may_be_state_document(std::string_view path);
// Both, for a file on disk.
bool is_state_document(const std::string& path);

// The files (whole paths) that hold parts of one zone as octoDNS splits them, this one among them: the folder
// "example.com./", "example.com.yaml" beside it, layers "example.com._base.yaml".
std::vector<std::string> files_of_zone(const std::string& path, const std::string& zone,
                                       const Neighbours& neighbours);

// Parts of one zone become one; it is partial when there are more of them than were read.
std::vector<ReadZone> joined_zones(std::vector<ReadZone> zones, const Neighbours& neighbours);
// One state of a zone as a file of a review; none when the zone is not there.
std::optional<ZoneFile> file_of(const ReadZone& zone, const std::optional<ReadState>& state);
// The zones of documents that are states, joined, as files that are known by zone and folder.
std::vector<ZoneFile> files_of_documents(std::vector<ReadZone> zones, const Neighbours& neighbours);

// The inputs with every document replaced by the zones it holds; the notes say what cannot be judged.
std::vector<Input> with_documents(std::vector<Input> inputs, const Given& given,
                                  const Settings& settings, std::vector<std::string>& notes);

} // namespace zonevet
