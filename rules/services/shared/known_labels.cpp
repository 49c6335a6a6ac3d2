#include "rules/services/shared/known_labels.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"

#include <vector>

namespace zonevet::rules {

namespace {

// How sure it is that the label means something, for readers of the table.
enum class Registry : std::uint8_t { iana, later, spec, draft, vendor, deprecated, suspicious };

constexpr KnownLabel known(std::string_view label, std::string_view types, std::string_view position, Registry,
                           std::string_view meaning, std::string_view source)
{
    return {label, types, position, meaning, source};
}

#define ZV_LABEL(label, types, position, registry, meaning, source)                                                    \
    known(label, types, position, Registry::registry, meaning, source),
constexpr KnownLabel known_labels_table[] = {
#include "rules/services/shared/known_labels.def"
};
#undef ZV_LABEL

bool matches(std::string_view label, std::string_view pattern)
{
    std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return same_text(label, pattern);
    return label.size() + 1 >= pattern.size() && starts_with_text(label, pattern.substr(0, star)) &&
           ends_with_text(label, pattern.substr(star + 1));
}

// "A" is not among "TLSA TXT".
bool is_among(std::string_view words, std::string_view word)
{
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
            return true;
    }
    return false;
}

bool is_for(const KnownLabel& label, Type type)
{
    if (label.types == "any")
        return true;
    // A delegated policy is an alias.
    return is_among(label.types, type == Type::CNAME ? "TXT" : type_text(type));
}

const std::vector<LetterSet>& letters()
{
    static const std::vector<LetterSet> sets = [] {
        std::vector<LetterSet> made;
        for (const KnownLabel& label : known_labels_table)
            made.emplace_back(label.label);
        return made;
    }();
    return sets;
}

} // namespace

bool is_known_label(std::string_view label)
{
    for (const KnownLabel& known : known_labels_table)
        if (matches(label, known.label))
            return true;
    return !services_of(label).empty();
}

const KnownLabel* near_label(std::string_view label, Type type)
{
    unsigned limit = edits_allowed(label);
    if (is_token(label))
        return nullptr;
    LetterSet set(label);
    const KnownLabel* best = nullptr;
    unsigned best_distance = limit + 1;
    for (std::size_t i = 0; i < std::size(known_labels_table); ++i) {
        const KnownLabel& known = known_labels_table[i];
        if (known.label.size() < 4 || known.label.find('*') != std::string_view::npos ||
            !letters()[i].may_be_near(set, limit))
            continue;
        unsigned distance = edit_distance(label, known.label, limit);
        if (distance < best_distance && is_for(known, type)) {
            best = &known;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace zonevet::rules
