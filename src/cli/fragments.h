// A file that other files include is judged through the zones that include it.
#pragma once

#include "cli/files.h"

namespace zonevet {

// In place of each file that was named itself and is a part of a zone: the zones that include it, of
// which only what lies in the file will be reported. They are looked for among the known zones and in
// the files of the same repository, or below the working directory. What nobody includes stays, as a
// fragment, with a note.
void lead_to_includers(Found& found, const Settings& settings);

} // namespace zonevet
