// Finds places where a source can be cut, so that its parts can be read at the same time: always
// between entries, before a record that states its owner, with a $TTL in force. What the lexer says is
// an entry is an entry here too, since every line that holds a quote or a parenthesis is given to it.
#pragma once

#include "syntax/reader.h"

#include <cstdint>
#include <vector>

namespace zonevet {

struct Cut {
    std::uint64_t begin = 0, end = 0;
    ReaderState state;
};

// Parts of about `size` octets of [begin, end), the first of which begins with `state`. Stops before the
// first $INCLUDE or $GENERATE, or directive with a placeholder: `rest` is where the unread part begins (`end` when
// there is none).
std::vector<Cut> cut_source(const Source& source, std::uint64_t begin, std::uint64_t end, const ReaderState& state,
                            std::uint64_t size, std::uint64_t& rest);

} // namespace zonevet
