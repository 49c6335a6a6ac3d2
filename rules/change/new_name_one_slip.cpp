#include "base/ascii.h"
#include "rules/change/shared/changes.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet::rules::new_name_one_slip {

namespace {

constexpr std::size_t most_names = 200; // more are no work of a hand
constexpr std::size_t shortest = 4;

// Words that end in "s" and their singulars are different names on purpose.
bool is_plural(std::string_view one, std::string_view other)
{
    if (one.size() < other.size())
        std::swap(one, other);
    return one.size() == other.size() + 1 && one.ends_with('s') && one.starts_with(other);
}

bool is_word(std::string_view label)
{
    return label.size() >= shortest &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_letter(c) || c == '-'; });
}

// What a slip makes of a word, undone: two letters swapped, one too much, one missing, one for another.
template <class Visit> void each_slip(const std::string& word, Visit visit)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-";
    for (std::size_t i = 0; i <= word.size(); ++i) {
        if (i + 1 < word.size()) {
            std::string swapped = word;
            std::swap(swapped[i], swapped[i + 1]);
            visit(swapped);
        }
        if (i < word.size())
            visit(word.substr(0, i) + word.substr(i + 1));
        for (char letter : letters) {
            visit(word.substr(0, i) + letter + word.substr(i));
            if (i < word.size())
                visit(word.substr(0, i) + letter + word.substr(i + 1));
        }
    }
}

std::optional<Node> sibling_meant(const Zone& before, Name owner)
{
    std::string word = in_lower_case(owner.first_label());
    std::optional<Node> found;
    each_slip(word, [&](const std::string& other) {
        OwnedName name;
        if (!found && other != word && is_word(other) && !is_plural(word, other) &&
            to_name(other, name, owner.parent()))
            if (std::optional<Node> node = before.find(name); node && node->has_records())
                found = node;
    });
    return found;
}

void check(const Change& change, Lint& lint)
{
    if (!change.complete() || change.sets().size() > most_names)
        return;
    std::optional<Name> last;
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_new() || (last && *last == set.owner()) || !is_word(set.owner().first_label()))
            continue;
        last = set.owner();
        if (std::optional<Node> node = change.before().find(*last); node && node->has_records())
            continue;
        if (std::optional<Node> sibling = sibling_meant(change.before(), *last))
            report(lint, change, set, "`{}` is new and one slip away from `{}`, which was there", owner_of(set, change),
                   sibling->name().text_below(change.before().apex()))
                .help(fmt::format("write `{}` if that is the name; if both are meant, nothing is wrong",
                                  sibling->name().text_below(change.before().apex())));
    }
}

} // namespace

extern const Rule rule{
    .name = "new-name-one-slip",
    .summary = "A new name is one slip away from one that was there.",
    .why = "The record was meant for the other name. The misspelt one resolves, and nobody asks for it.",
    .effect = "the name that was meant does not have the record",
    .references = {rfc("1034", "3.6")},
    .level = Level::info,
    .confidence = Confidence::low,
    .profile = Profile::strict,
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
mial AAAA 2001:db8::25
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
mails A 192.0.2.26
shop A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::new_name_one_slip
