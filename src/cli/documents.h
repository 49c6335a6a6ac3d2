// Documents that are no zone files: which format they are in, and the zones they hold.
#pragma once

#include "cli/config.h"
#include "formats/formats.h"
#include "lint/run.h"

#include <string>
#include <vector>

namespace zonevet {

// What --format names, else what the document shows itself to be; null: a zone file. Throws Failure for
// a word that is no format, and for a document that is neither.
const ChangeFormat* format_of(const Document& document, const Given& given);
// "nsupdate, diff, ...", the words of --format.
std::string format_words();

// Whether a file found in a folder describes zones in one of the formats that can be told for sure.
bool is_state_document(const std::string& path);

// Files that are one zone together, as octoDNS splits them.
std::vector<ReadZone> joined_zones(std::vector<ReadZone> zones);

// The inputs with every document replaced by the zones it holds; the notes say what cannot be judged.
std::vector<Input> with_documents(std::vector<Input> inputs, const Given& given,
                                  const Settings& settings, std::vector<std::string>& notes);

} // namespace zonevet
