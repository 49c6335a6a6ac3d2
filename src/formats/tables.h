// Lines and fields of a document in columns: CSV with quotes, and tabs.
#pragma once

#include "formats/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// Rows of scalars that know their places. Throws Failure for a quote that never ends.
std::vector<std::vector<Value>> read_table(std::string_view path, std::string_view text, char separator);

} // namespace zonevet
