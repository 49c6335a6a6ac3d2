// When is a label a misspelling of a known one? The distances come from real zones: of labels that
// are in no list none may be near a known one by chance.
#pragma once

#include "base/ascii.h"
#include "text/source.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace zonevet::rules {

constexpr int compare_ignoring_case(std::string_view a, std::string_view b)
{
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return static_cast<unsigned char>(ascii_lower(a[i])) < static_cast<unsigned char>(ascii_lower(b[i])) ? -1
                                                                                                                 : 1;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

constexpr bool same_text(std::string_view a, std::string_view b)
{
    return compare_ignoring_case(a, b) == 0;
}

constexpr bool starts_with_text(std::string_view text, std::string_view head)
{
    return text.size() >= head.size() && same_text(text.substr(0, head.size()), head);
}

constexpr bool ends_with_text(std::string_view text, std::string_view tail)
{
    return text.size() >= tail.size() && same_text(text.substr(text.size() - tail.size()), tail);
}

// Which letters a word has. One edit changes at most two of them, so most pairs need no distance.
class LetterSet {
public:
    constexpr explicit LetterSet(std::string_view word) : size_(word.size())
    {
        for (char c : word)
            bits_ |= std::uint64_t{1} << (static_cast<unsigned char>(ascii_lower(c)) & 63);
    }
    constexpr bool may_be_near(const LetterSet& other, unsigned limit) const
    {
        std::size_t longer = size_ > other.size_ ? size_ - other.size_ : other.size_ - size_;
        return longer <= limit && std::popcount(bits_ ^ other.bits_) <= static_cast<int>(2 * limit);
    }

private:
    std::uint64_t bits_ = 0;
    std::size_t size_;
};

// How many edits away a known label may be. Labels of up to three letters are near too much.
constexpr unsigned edits_allowed(std::string_view label)
{
    return label.size() < 4 ? 0 : label.size() < 7 ? 1 : label.size() < 12 ? 2 : 3;
}

// Port numbers (_443), digests and random tokens, "...-verification" and the like: made by
// programs, so never misspelt.
bool is_token(std::string_view label);

} // namespace zonevet::rules
