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
    std::size_t at = 0;
    while (at < once.size() && at < many.size() && ascii_lower(once[at]) == ascii_lower(many[at]))
        ++at;
    std::size_t begin = at == 0 ? 0 : many.rfind('.', at - 1) + 1; // npos + 1 is 0
    std::size_t end = std::min(many.find('.', at), many.size());
    return {many.substr(begin, end - begin), at - begin};
}

} // namespace

bool is_slip_of_host(std::string_view once, std::string_view many)
{
    if (!is_one_slip(once, many))
        return false;
    auto is_sign = [](char c) { return !is_letter(c) && c != '.'; };
    auto [label, at] = difference(once, many);
    constexpr std::size_t shortest = 5;
    bool at_end = at + 1 >= label.size();
    bool stands_alone = at == 0 || is_sign(label[at - 1]) || at >= label.size() || (at + 1 < label.size() && is_sign(label[at + 1]));
    return label.size() >= shortest && !at_end && !stands_alone && std::none_of(label.begin(), label.end(), is_digit);
}

} // namespace zonevet::rules
