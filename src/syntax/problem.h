// A mistake of the text, as the reader saw it. Rules in rules/ name, grade and explain each kind.
#pragma once

#include "dns/mistake.h"
#include "text/source.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct Problem {
    Mistake mistake = Mistake::value_invalid;
    Span span;
    std::string message;
    std::string label;              // under the caret; may be empty
    std::string help;               // may be empty
    std::optional<std::string> fix; // text for the span
    std::optional<Span> related;
    std::string related_text;
    Position entry;                    // of the entry it belongs to, for suppressions
    std::string_view portability_case; // which of src/portability; empty: the only one of its rule
};

// The problems of one text. A file may hold millions of the same kind (a spreadsheet, a dump), so of
// each kind the first are kept and the others only counted.
class Problems {
public:
    static constexpr std::size_t kept_of_a_kind = 10'000;

    void add(Problem problem);
    // Those of the text behind this one.
    void append(Problems&& later);
    std::vector<Problem>& list() { return list_; }
    const std::vector<Problem>& list() const { return list_; }
    // How many of the kind are not in the list.
    std::size_t dropped(Mistake mistake) const { return dropped_[static_cast<std::size_t>(mistake)]; }

private:
    std::vector<Problem> list_;
    std::array<std::size_t, static_cast<std::size_t>(Mistake::count_)> kept_{}, dropped_{};
};

} // namespace zonevet
