#include "rules/change/shared/domains.h"

#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "rules/names/shared/targets.h"

#include <algorithm>
#include <unordered_set>

namespace zonevet::rules {

namespace {

std::string own_domain(const Zone& zone)
{
    return registered_domain(zone.apex().text());
}

// Calls `use(record, field, name)` for the names of the record that lead out of its zone.
template <class Use> void for_foreign_names(const Record& record, Use use)
{
    for (Field field : names_in(record.type())) {
        Name name = record.name(field);
        if (!is_mailbox(field) && name.label_count() >= 2 && !name.is_at_or_below(record.zone().apex()))
            use(field, name);
    }
}

template <class Use> void for_all_foreign_names(const Zone& zone, Use use)
{
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        for_foreign_names(zone.record(RecordId{i}), [&](Field, Name name) { use(name); });
}

// Numbers left out.
std::string letters_of(std::string_view label)
{
    std::string letters;
    for (char c : label)
        if (c < '0' || c > '9')
            letters += c;
    return letters;
}

// "ne" for "net": a letter of a well-known top-level domain is missing. "co" is too popular to
// tell.
bool lacks_a_letter(std::string_view top, std::string_view known)
{
    return (known == "com" || known == "net" || known == "org") && top.size() == 2 && top != "co" &&
           edit_distance(top, known, 1) == 1;
}

bool is_slip(std::string_view domain, std::string_view known)
{
    std::size_t dot = domain.find('.'), known_dot = known.find('.');
    if (dot == std::string_view::npos || known_dot == std::string_view::npos)
        return false;
    std::string_view label = domain.substr(0, dot), meant = known.substr(0, known_dot);
    std::string_view suffix = domain.substr(dot + 1), known_suffix = known.substr(known_dot + 1);
    if (label == meant)
        return lacks_a_letter(suffix, known_suffix);
    constexpr std::size_t long_enough = 5; // short words are one edit from each other by chance
    return suffix == known_suffix && std::min(label.size(), meant.size()) >= long_enough &&
           edit_distance(label, meant, 1) == 1 && letters_of(label) != letters_of(meant);
}

} // namespace

Domains new_domains(const Change& change)
{
    Domains found;
    if (!change.complete())
        return found;
    std::string own = own_domain(change.after());
    for (const ChangedSet& set : change.sets()) {
        if (set.uncertain)
            continue;
        for (const Record& record : set.added)
            for_foreign_names(record, [&](Field field, Name name) {
                std::string domain = registered_domain(name.text());
                // Below a private top-level domain nobody registers: each host would be one.
                if (domain.empty() || domain == own || !ends_in_public_suffix(domain))
                    return;
                DomainUse use{record, field};
                auto [known, is_new] = found.emplace(std::move(domain), use);
                if (!is_new && record.id() < known->second.record.id())
                    known->second = use;
            });
    }
    if (found.empty() || change.before().incomplete())
        return {};
    // The names of the old state are many, the new domains few: whole domains are compared in wire
    // form, without the list of public suffixes.
    std::map<std::string, std::string> by_wire;
    std::set<std::size_t> label_counts;
    for (const auto& [domain, use] : found) {
        Name name = use.record.name(use.field);
        auto labels = static_cast<std::size_t>(std::count(domain.begin(), domain.end(), '.') + 1);
        label_counts.insert(labels);
        by_wire.emplace(in_lower_case(name.ancestor(labels).wire()), domain);
    }
    for_all_foreign_names(change.before(), [&](Name name) {
        for (std::size_t labels : label_counts) {
            if (labels > name.label_count())
                break;
            if (auto old = by_wire.find(in_lower_case(name.ancestor(labels).wire())); old != by_wire.end())
                found.erase(old->second);
        }
    });
    return found;
}

std::optional<std::set<std::string>> domains_of(const Zone& zone)
{
    constexpr std::size_t too_many = 1000;
    std::unordered_set<std::string> tails; // asking the list of suffixes is dear
    for_all_foreign_names(zone, [&](Name name) {
        if (tails.size() <= too_many)
            tails.insert(in_lower_case(name.ancestor(std::min<std::size_t>(name.label_count(), 3)).wire()));
    });
    if (tails.size() > too_many)
        return {};
    std::set<std::string> domains = {own_domain(zone)};
    for (const std::string& tail : tails)
        domains.insert(registered_domain(Name(tail).text()));
    domains.erase("");
    return domains;
}

std::string slip_of(const std::string& domain, const std::set<std::string>& known)
{
    for (const std::string& one : known)
        if (is_slip(domain, one))
            return one;
    return {};
}

} // namespace zonevet::rules
