// Whether what a file says of its name agrees with the configuration of the server.
#pragma once

#include "dns/name.h"
#include "input/zone_file.h"
#include "syntax/problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace zonevet {

// zonevet.toml calls the file's zone `wanted`, a server's configuration `served`: what the text says decides which of
// them is wrong.
Problem served_otherwise(const ZoneFile& file, std::string_view text, const ZoneName& wanted, const ZoneName& served,
                         std::uint32_t source, const Placeholders* declared);

// `place` of the configuration says that the file is that of `served`; `source` is the number of its text.
std::optional<Problem> contradiction(const ZoneFile& file, std::string_view text, Name served, const std::string& place,
                                     std::uint32_t source, const Placeholders* declared);

// The text names one zone, and the file is called like another. Nothing outside of the file tells which is right.
std::optional<Problem> misnamed(const ZoneFile& file, std::string_view text, std::uint32_t source,
                                const Placeholders* declared);

} // namespace zonevet
