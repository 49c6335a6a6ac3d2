// Everything the reader makes of a text, one line each: for tests of the format.
#pragma once

#include <string>
#include <string_view>

namespace zonevet {

// "record OWNER TTL TYPE DATA", "problem LINE:COLUMN-LINE:COLUMN MISTAKE-NUMBER message", "comment ...",
// "include PATH" in the order of the text.
std::string dump_entries(std::string_view text, std::string_view origin);

} // namespace zonevet
