#include "dns/rdata_compare.h"
#include "rules/change/shared/changes.h"

#include <map>

namespace zonevet::rules::old_record_kept {

namespace {

bool leads_to_host(Type type)
{
    return type == Type::A || type == Type::AAAA || type == Type::MX;
}

// One value of the type goes, one comes.
struct Replacement {
    Type type;
    std::string_view before, after;
    friend bool operator<(const Replacement& a, const Replacement& b)
    {
        if (a.type != b.type)
            return a.type < b.type;
        if (int order = compare_data(a.type, a.before, b.before); order != 0)
            return order < 0;
        return compare_data(a.type, a.after, b.after) < 0;
    }
};

using Replaced = std::map<Replacement, const ChangedSet*>; // the first set that shows it

Replaced replacements(const Change& change)
{
    Replaced found;
    for (const ChangedSet& set : change.sets())
        if (leads_to_host(set.type()) && !set.uncertain && set.removed.size() == 1 && set.added.size() == 1)
            found.emplace(Replacement{set.type(), set.removed[0].rdata(), set.added[0].rdata()}, &set);
    return found;
}

void check(const Change& change, Lint& lint)
{
    Replaced replaced = replacements(change);
    if (replaced.empty())
        return;
    for (const ChangedSet& set : change.sets()) {
        // With several values before or after, a balanced set is built; this is one beside one.
        if (!leads_to_host(set.type()) || set.uncertain || !set.removed.empty() || set.added.size() != 1 ||
            set.kept.size() != 1)
            continue;
        Record kept = (*set.after)[set.kept[0].second];
        auto same = replaced.find({set.type(), kept.rdata(), set.added[0].rdata()});
        if (same == replaced.end())
            continue;
        report(lint, change, set, "`{}` gets `{}` and keeps `{}`, which it replaces at `{}`", owner_of(set, change),
               set.added[0].data_text(), kept.data_text(), owner_of(*same->second, change))
            .note(kept.place(), "the old one, which stays")
            .help("remove the old one if it is to be replaced here too");
    }
}
} // namespace

extern const Rule rule{
    .name = "old-record-kept",
    .summary = "A record is added beside the one that it replaces elsewhere in the change.",
    .why = "Both are answered in turn. When the old host is switched off, every second visitor of "
           "this name meets a host that is not there, while all other names work.",
    .effect = "half of the users of the name still reach the old host",
    .references = {rfc("1034", "3.6"), rfc("1794")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www  A 192.0.2.80
shop A 192.0.2.80
; becomes
www  A 192.0.2.81
shop A 192.0.2.80
shop A 192.0.2.81
)",
    .good = R"(
www  A 192.0.2.80
shop A 192.0.2.80
; becomes
www  A 192.0.2.80
www  A 192.0.2.81
shop A 192.0.2.80
shop A 192.0.2.81
)",
    .check = check,
};

} // namespace zonevet::rules::old_record_kept
