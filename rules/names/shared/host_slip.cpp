#include "rules/names/shared/host_slip.h"

#include "base/ascii.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

// The label of `many` around the first letter that differs, and where that is in it.
struct Difference {
    std::string_view label;
    std::size_t at;
};

Difference difference(std::string_view once, std::string_view many)
{
    auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
    auto differs = std::mismatch(once.begin(), once.end(), many.begin(), many.end(), same).second;
    auto at = static_cast<std::size_t>(differs - many.begin());
    std::size_t begin = at == 0 ? 0 : many.rfind('.', at - 1) + 1; // npos + 1 is 0
    std::size_t end = std::min(many.find('.', at), many.size());
    return {many.substr(begin, end - begin), at - begin};
}

} // namespace

bool is_slip_of_host(std::string_view once, std::string_view many)
{
    if (!is_one_slip(once, many))
        return false;
    auto [label, at] = difference(once, many);
    constexpr std::size_t shortest = 5;
    bool at_edge = at == 0 || at + 1 >= label.size();
    return label.size() >= shortest && !at_edge && is_letter(label[at - 1]) && is_letter(label[at + 1]) &&
           std::none_of(label.begin(), label.end(), is_digit);
}

} // namespace zonevet::rules
