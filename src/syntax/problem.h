// A mistake of the text, as the reader saw it. Rules in rules/ name, grade and explain each kind.
#pragma once

#include "dns/mistake.h"
#include "text/source.h"

#include <optional>
#include <string>

namespace zonevet {

struct Problem {
    Mistake mistake = Mistake::value_invalid;
    Span span;
    std::string message;
    std::string label;                 // under the caret; may be empty
    std::string help;                  // may be empty
    std::optional<std::string> fix;    // text for the span
    std::optional<Span> related;
    std::string related_text;
    Position entry;                    // of the entry it belongs to, for suppressions
};

} // namespace zonevet
