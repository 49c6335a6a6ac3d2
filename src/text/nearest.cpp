// "Did you mean": the optimal string alignment distance, which counts the slips that fingers make
// (a letter too much, too few, wrong, or two swapped) as one each.
#include "base/ascii.h"
#include "text/source.h"

#include <algorithm>
#include <utility>

namespace zonevet {

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit)
{
    std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit)
        return limit + 1;
    std::vector<unsigned> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<unsigned>(i);
        unsigned smallest = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
                row[j] = std::min(row[j], before[j - 2] + 1);
            smallest = std::min(smallest, row[j]);
        }
        // A swap reaches back over one row, so one row above the limit does not end it.
        if (smallest > limit + 1)
            return limit + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], limit + 1);
}

bool is_one_slip(std::string_view a, std::string_view b)
{
    if (a.size() < b.size())
        std::swap(a, b);
    if (a.size() - b.size() > 1)
        return false;
    while (!b.empty() && ascii_lower(a.front()) == ascii_lower(b.front())) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!b.empty() && ascii_lower(a.back()) == ascii_lower(b.back())) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    bool swapped = a.size() == 2 && b.size() == 2 && ascii_lower(a[0]) == ascii_lower(b[1]) &&
                   ascii_lower(a[1]) == ascii_lower(b[0]);
    return swapped || (a.size() == 1 && b.size() <= 1);
}

std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates, unsigned limit)
{
    std::string_view best;
    unsigned best_distance = limit + 1;
    for (std::string_view candidate : candidates) {
        unsigned distance = edit_distance(text, candidate, limit);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace zonevet
