// Shell-like patterns for paths, zone names and rule names. The time is bounded by pattern times
// text, whatever the pattern: a set of reachable pattern places walks over the text once.
#include "text/source.h"

#include <vector>

namespace zonevet {

namespace {

struct Matcher {
    std::string_view pattern;
    char separator;
    std::vector<bool> places; // which places of the pattern are reached

    bool any_star(std::size_t i) const { return pattern.substr(i).starts_with("**"); }

    // Everything that can be reached from `i` without reading a character.
    void reach(std::size_t i)
    {
        while (i < places.size() && !places[i]) {
            places[i] = true;
            if (i == pattern.size() || pattern[i] != '*')
                return;
            if (any_star(i)) {
                // "**/" also stands for no folder at all: "zones/**/x" holds "zones/x".
                bool whole = i == 0 || pattern[i - 1] == separator;
                if (whole && i + 2 < pattern.size() && pattern[i + 2] == separator)
                    reach(i + 3);
                i += 2;
            } else {
                i += 1;
            }
        }
    }
};

} // namespace

bool glob_match(std::string_view pattern, std::string_view text, char separator)
{
    std::vector<bool> start(pattern.size() + 1);
    Matcher now{pattern, separator, start};
    now.reach(0);
    for (char c : text) {
        Matcher next{pattern, separator, start};
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (!now.places[i])
                continue;
            if (pattern[i] == '*') {
                if (now.any_star(i) || c != separator)
                    next.reach(i);
            } else if (pattern[i] == c || (pattern[i] == '?' && c != separator)) {
                next.reach(i + 1);
            }
        }
        now = std::move(next);
    }
    return now.places[pattern.size()];
}

} // namespace zonevet
