// What the text of a zone file says of itself: whose zone it holds, its serial. The text alone is looked at, nothing
// is built.
#pragma once

#include "dns/name.h"
#include "text/source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

class Placeholders;

// How the zone's name was found.
struct OriginGuess {
    OwnedName name;      // unnamed.invalid. when nothing tells: as the root it would hold every name there is
    std::string from;    // "SOA record", "$ORIGIN", "file name"; empty when nothing tells
    std::string_view at; // the word of the text that tells, or where its SOA record begins; may be empty
};

// A number that is the same for texts that differ in comments and layout alone.
std::uint64_t digest_of_words(std::string_view text);

// The serial as the text writes it; empty when it has no SOA record or stands in an $INCLUDE.
std::string_view serial_in(std::string_view text);

// Looks into the text, then at the file's name. A name that a placeholder gives tells nothing.
OriginGuess guess_origin(std::string_view text, const std::string& path, const Placeholders* placeholders = nullptr);

} // namespace zonevet
