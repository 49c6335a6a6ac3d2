// Rules about changes. They select events: a record that was added or removed, or that stands in the
// place of another. A name with a line that could not be read has none, nor has the serial.
#include "policy/check.h"

#include "change/change.h"
#include "policy/companion.h"
#include "policy/names.h"
#include "policy/telling.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

struct Happening {
    Event event = Event::none;
    Record record;                // the new one; the old one when it was removed
    std::optional<Record> former; // of a modified one
    const ChangedSet* set = nullptr;

    Situation situation() const { return Situation(record, event); }
};

using Happenings = std::vector<Happening>;

std::string_view event_text(Event event)
{
    return event == Event::added ? "added" : event == Event::removed ? "removed" : "modified";
}

// Calls `each` with all that happened to a set.
template <class Each> void happenings_of(const ChangedSet& set, Each&& each)
{
    if (set.uncertain || set.only_serial_differs())
        return;
    for (const ChangedRecord& record : set.records()) {
        Event event = !record.before ? Event::added : !record.after ? Event::removed : Event::modified;
        each(Happening{event, record.after ? *record.after : *record.before, record.before, &set});
    }
}

Happenings selected(const Policy& policy, const Change& change)
{
    Happenings list;
    for (const ChangedSet& set : change.sets())
        if (policy.types.empty() ||
            std::find(policy.types.begin(), policy.types.end(), set.type()) != policy.types.end())
            happenings_of(set, [&](const Happening& happening) {
                if (is_selected(policy, happening.situation()))
                    list.push_back(happening);
            });
    return list;
}

// A removal has no line of its own.
Place place_of(const Happening& happening, const Place& of_record, const Change& change)
{
    return happening.event == Event::removed ? change.serial_place() : of_record;
}

Facts facts_of(const Policy& policy, const Happening& happening, std::size_t count)
{
    Facts facts = facts_of(policy, happening.record);
    facts.count = count;
    facts.more.emplace_back("event", event_text(happening.event));
    facts.more.emplace_back("old", happening.former ? happening.former->data_text() : "");
    return facts;
}

void show(Draft& draft, const Happening& happening, const Change& change)
{
    if (happening.event == Event::removed)
        draft.about(happening.record).note(change.former(happening.record.place()), "what is removed");
    else if (happening.former)
        draft.note(change.former(happening.former->place()), "what it was");
}

void judge_alone(const Policy& policy, const Happening& happening, const Change& change, Lint& lint)
{
    std::optional<Objection> objection = objection_to(policy, happening.situation());
    if (!objection)
        return;
    Facts facts = facts_of(policy, happening, 1);
    Draft& draft = tell(lint, policy, place_of(happening, objection->place, change), facts);
    if (!lint.describing())
        return;
    if (happening.event != Event::removed)
        explain(draft, policy, *objection, facts);
    show(draft, happening, change);
}

bool names_event(const Matcher& matcher)
{
    return matcher.op == Op::is_event || std::any_of(matcher.parts.begin(), matcher.parts.end(), names_event);
}

// Whether the companion happened too: `companion` names an event.
Truth companion_happened(const Policy& policy, const Change& change, const Record& origin)
{
    Truth truth = Truth::no;
    auto look = [&](const ChangedSet& set) {
        if (set.uncertain)
            truth = std::max(truth, Truth::unknown);
        happenings_of(set, [&](const Happening& happening) {
            Situation situation(happening.record, origin);
            situation.event = happening.event;
            truth = std::max(truth, matches(policy.matcher, situation));
        });
    };
    if (policy.companion_names.empty())
        std::for_each(change.sets().begin(), change.sets().end(), look);
    char room[256];
    for (const Value& value : policy.companion_names) {
        std::optional<Name> name = companion_name(value, origin, room);
        if (!name)
            return Truth::unknown;
        for (Type type : policy.companion_types)
            if (const ChangedSet* set = change.find(*name, type))
                look(*set);
    }
    return truth;
}

void judge_companion(const Policy& policy, const Happening& happening, std::size_t count, const Change& change,
                     Lint& lint)
{
    bool wanted = policy.claim == Claim::companion;
    Companion companion;
    if (names_event(policy.matcher))
        companion.is = companion_happened(policy, change, happening.record);
    else
        companion = find_companion(policy, happening.record, change.after());
    if (companion.is != (wanted ? Truth::no : Truth::yes))
        return;
    Place sign = wanted ? sign_place(policy, happening.situation()) : selected_place(policy, happening.situation());
    Place place = place_of(happening, sign, change);
    Draft& draft = tell(lint, policy, place, facts_of(policy, happening, count));
    if (!lint.describing())
        return;
    if (companion.record)
        draft.note(companion.record->place(), wanted ? "this one is there, but does not fit" : "beside this one");
    if (policy.label.empty() && wanted)
        draft.label(companion.wanted);
    show(draft, happening, change);
}

void judge_count(const Policy& policy, std::span<const Happening> group, const Change& change, Lint& lint)
{
    auto count = static_cast<std::int64_t>(group.size());
    bool few = count < policy.least;
    if ((!few && count <= policy.most) || (few && !change.complete()))
        return;
    Facts facts;
    facts.fields = policy.fields;
    facts.zone = change.after().apex();
    facts.count = group.size();
    if (group.empty()) {
        tell(lint, policy, change.serial_place(), facts);
        return;
    }
    // Too many: at the first that is too much.
    const Happening& at = group[few ? 0 : static_cast<std::size_t>(policy.most)];
    facts.record = at.record;
    Place place = place_of(at, selected_place(policy, at.situation()), change);
    Draft& draft = tell(lint, policy, place, facts);
    if (lint.describing())
        show(draft, at, change);
}

void judge_group(const Policy& policy, std::span<const Happening> group, const Change& change, Lint& lint)
{
    switch (policy.claim) {
    case Claim::companion:
    case Claim::absent:
        if (!group.empty())
            judge_companion(policy, group.front(), group.size(), change, lint);
        break;
    case Claim::count:
        judge_count(policy, group, change, lint);
        break;
    default:
        for (const Happening& happening : group)
            judge_alone(policy, happening, change, lint);
        break;
    }
}

std::size_t selected_before(const Policy& policy, const Zone& zone)
{
    std::size_t count = 0;
    for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
        Record record = zone.record(RecordId{id});
        if (record.node().in_zone() && is_selected(policy, Situation(record)))
            ++count;
    }
    return count;
}

// 13, or 10.4 where a whole number would not show that it is more than the limit.
std::string percent_text(std::size_t part, std::size_t whole, std::int64_t limit)
{
    std::size_t percent = part * 100 / whole;
    if (static_cast<std::int64_t>(percent) != limit)
        return fmt::format("{}", percent);
    return fmt::format("{:.1f}", static_cast<double>(part) * 100 / static_cast<double>(whole));
}

// The records a change removes, adds and modifies, against what was there before. A new zone was
// nothing before, so nothing in it is much.
void judge_limit(const Policy& policy, const Happenings& all, const Change& change, Lint& lint)
{
    if (change.zone_added())
        return;
    std::size_t before = selected_before(policy, change.before());
    bool is_whole = change.complete() || change.zone_removed();
    if (!is_whole && policy.limit.min_before > 0)
        return; // nobody knows how many there were
    if (static_cast<std::int64_t>(before) < policy.limit.min_before)
        return;
    std::size_t count[4] = {};
    for (const Happening& happening : all)
        ++count[static_cast<std::size_t>(happening.event)];
    struct Kind {
        Event event;
        std::string_view word;
        std::int64_t most, most_percent;
    };
    for (const Kind& kind : {Kind{Event::removed, "removed", policy.limit.removed, policy.limit.removed_percent},
                             Kind{Event::added, "added", policy.limit.added, policy.limit.added_percent},
                             Kind{Event::modified, "modified", policy.limit.modified, policy.limit.modified_percent}}) {
        std::size_t happened = count[static_cast<std::size_t>(kind.event)];
        bool many = kind.most >= 0 && static_cast<std::int64_t>(happened) > kind.most;
        bool large = kind.most_percent >= 0 && is_whole && before > 0 &&
                     static_cast<std::int64_t>(happened * 100) > kind.most_percent * static_cast<std::int64_t>(before);
        if (!many && !large)
            continue;
        Facts facts;
        facts.fields = policy.fields;
        facts.zone = change.after().apex();
        facts.count = happened;
        for (std::size_t i : {1, 2, 3})
            facts.more.emplace_back(i == 1 ? "added" : i == 2 ? "removed" : "modified", fmt::format("{}", count[i]));
        facts.more.emplace_back("before", fmt::format("{}", before));
        facts.more.emplace_back("percent", before > 0 ? percent_text(happened, before, kind.most_percent) : "100");
        Draft& draft = tell(lint, policy, change.serial_place(), facts);
        if (!lint.describing())
            continue;
        if (policy.label.empty())
            draft.label(
                large ? fmt::format("{} of {} {}, the limit is {} %", happened, before, kind.word, kind.most_percent)
                      : fmt::format("{} {}, the limit is {}", happened, kind.word, kind.most));
        auto first = std::find_if(all.begin(), all.end(),
                                  [&](const Happening& happening) { return happening.event == kind.event; });
        draft.note(kind.event == Event::removed ? change.former(first->record.place()) : first->record.place(),
                   "the first one");
    }
}

// Whether two events, neighbours in canonical order, are of one group.
bool together(const Policy& policy, const Happening& a, const Happening& b)
{
    switch (policy.group_by) {
    case GroupBy::record:
        return false;
    case GroupBy::rrset:
        return a.set == b.set;
    case GroupBy::name:
        return a.set->owner() == b.set->owner();
    case GroupBy::zone:
        break;
    }
    return true;
}

} // namespace

void check_change(const Change& change, Lint& lint)
{
    const Policy& policy = *lint.rule().policy;
    if (!lint.in_scope() || (policy.spares_new_zones && change.zone_added()))
        return;
    Happenings all = selected(policy, change);
    if (!all.empty())
        lint.selected();
    if (policy.claim == Claim::limit) {
        judge_limit(policy, all, change, lint);
        return;
    }
    if (all.empty() && policy.group_by == GroupBy::zone)
        judge_group(policy, {}, change, lint);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && together(policy, all[begin], all[end]))
            ++end;
        judge_group(policy, std::span(all).subspan(begin, end - begin), change, lint);
        begin = end;
    }
}

} // namespace zonevet::policy
