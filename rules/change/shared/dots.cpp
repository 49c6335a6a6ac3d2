#include "rules/change/shared/dots.h"

#include "base/ascii.h"
#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

#include <algorithm>
#include <map>

namespace zonevet::rules {

namespace {

struct Written {
    Record record;
    std::string_view text;
};

// In lower case and without the final dot.
std::string comparable(std::string_view text)
{
    std::string key(text);
    if (!is_relative(text) && key.ends_with('.'))
        key.pop_back();
    return in_lower_case(key);
}

bool exists(const Zone& zone, Name name)
{
    std::optional<Node> node = zone.find(name);
    return node && node->in_zone() && !node->hidden_by();
}

// The name was one of this zone, which is still there, and is a foreign one now. Where the old name
// did not exist, the dot is a repair.
bool is_wrongly_gained(const Change& change, Name before, Name after)
{
    return exists(change.before(), before) && exists(change.after(), before) &&
           !after.is_at_or_below(change.after().apex());
}

// The name is one of this zone now, which only a wildcard answers for. Where nothing does, a rule
// about missing targets or missing dots has the word; where the name exists, the dot was wrong.
bool is_wrongly_lost(const Change& change, const Record& record, Field field, Name before, Name after)
{
    return !before.is_at_or_below(change.after().apex()) && change.after().look_up_address(after).by_wildcard &&
           !repeats_origin(change.after(), after, written_name(record, field));
}

void collect(const Change& change, const ChangedSet& set, Field field, std::vector<ChangedDot>& found)
{
    std::map<std::string, Written> olds;
    for (const Record& record : set.removed)
        if (std::string_view text = written_name(record, field); !text.empty())
            olds.emplace(comparable(text), Written{record, text});
    for (const Record& record : set.added) {
        std::string_view now = written_name(record, field);
        auto old = now.empty() ? olds.end() : olds.find(comparable(now));
        if (old == olds.end() || is_relative(old->second.text) == is_relative(now))
            continue;
        Name before = old->second.record.name(field), after = record.name(field);
        if (before == after || is_reverse_name(after))
            continue; // ptr-dot-missing
        if (is_relative(now) ? is_wrongly_lost(change, record, field, before, after)
                             : is_wrongly_gained(change, before, after))
            found.push_back({old->second.record, record, field, old->second.text, now});
    }
}

} // namespace

std::vector<ChangedDot> changed_dots(const Change& change, const ChangedSet& set)
{
    std::vector<ChangedDot> found;
    if (set.removed.empty() || set.added.empty() || set.uncertain)
        return found;
    for (Field field : names_in(set.type()))
        if (!is_mailbox(field))
            collect(change, set, field, found);
    return found;
}

bool has_changed_dot(const Change& change, const Record& added)
{
    const ChangedSet* set = change.find(added.owner(), added.type());
    if (set == nullptr)
        return false;
    std::vector<ChangedDot> dots = changed_dots(change, *set);
    return std::any_of(dots.begin(), dots.end(), [&](const ChangedDot& dot) { return dot.after == added; });
}

} // namespace zonevet::rules
