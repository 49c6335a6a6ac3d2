// The lines of the files behind a change: what somebody edited, and what only became something
// else.
#pragma once

#include "change/change.h"

#include <optional>
#include <string_view>

namespace zonevet::rules {

// The line on which the entry of the record begins.
Span line_span(const Record& record);
std::string_view line_of(const Record& record);
// All lines from there to its last word.
std::string_view lines_of(const Record& record);

// The first directive ("$ORIGIN", "$TTL") of the new file that the old one has not.
std::optional<Span> edited_directive(const Change& change);
// It is an $ORIGIN beside all old directives: not an origin that is renamed, but one put between
// lines, which then follow it.
bool inserts_origin(const Change& change);

} // namespace zonevet::rules
