// In a pattern `*` is any text of the line, as short as possible. What begins with a single octet, `%*%`,
// would soon find its end in another field: there `*` is a text without blanks.
#include "text/placeholders.h"

#include <algorithm>

namespace zonevet {

namespace {

// The end of the pattern's match at `at` of the line, or npos. What stands before the first `*` was compared.
std::size_t match_end(std::string_view pattern, std::string_view line, std::size_t at)
{
    std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return at + pattern.size();
    bool takes_blanks = star > 1;
    std::size_t end = at + star;
    while (star != std::string_view::npos) {
        std::size_t next = pattern.find('*', star + 1);
        std::string_view piece = pattern.substr(star + 1, next == std::string_view::npos ? next : next - star - 1);
        std::size_t found = line.find(piece, end);
        if (found == std::string_view::npos ||
            (!takes_blanks && line.substr(end, found - end).find_first_of(" \t") != std::string_view::npos))
            return std::string_view::npos;
        end = found + piece.size();
        star = next;
    }
    return end;
}

void find_pattern(std::string_view pattern, std::string_view text, std::vector<Stretch>& found)
{
    std::size_t star = pattern.find('*');
    std::string_view start = pattern.substr(0, star);
    bool has_blank = pattern.find_first_of(" \t") != std::string_view::npos;
    bool within_word = star == 1 && !has_blank;
    // Where one start has no end, the later ones of the same line or word have none either, and are not tried: a line
    // may hold millions.
    bool fails_once = star != 1 || !has_blank;
    std::size_t stretch_end = 0;
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at)) {
        if (at >= stretch_end)
            stretch_end = std::min(text.find_first_of(within_word ? " \t\n" : "\n", at), text.size());
        std::size_t end = match_end(pattern, text.substr(0, stretch_end), at);
        if (end != std::string_view::npos)
            found.push_back({at, end});
        at = end != std::string_view::npos ? end : fails_once ? stretch_end : at + 1;
    }
}

} // namespace

std::string Placeholders::fault(std::string_view pattern)
{
    if (pattern.starts_with('*') || pattern.ends_with('*'))
        return "it begins or ends with `*`, so nothing tells where it begins or ends";
    if (pattern.find("**") != std::string_view::npos)
        return "two `*` stand side by side";
    if (pattern.starts_with(' ') || pattern.starts_with('\t'))
        return "it begins with a blank";
    if (pattern.find_first_of("\r\n") != std::string_view::npos)
        return "a placeholder does not run over lines";
    if (pattern.find_first_not_of(" \t;\"()") == std::string_view::npos ||
        std::count(pattern.begin(), pattern.end(), '*') + 2 > static_cast<std::ptrdiff_t>(pattern.size()))
        return "it needs two characters besides `*`";
    return "";
}

std::vector<Stretch> Placeholders::find(std::string_view text) const
{
    std::vector<Stretch> found;
    for (const std::string& pattern : patterns_)
        find_pattern(pattern, text, found);
    if (patterns_.size() > 1) {
        std::sort(found.begin(), found.end(), [](const Stretch& a, const Stretch& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        // Of those that overlap the first counts.
        std::size_t kept = 0;
        for (const Stretch& stretch : found)
            if (kept == 0 || stretch.begin >= found[kept - 1].end)
                found[kept++] = stretch;
        found.resize(kept);
    }
    return found;
}

} // namespace zonevet
