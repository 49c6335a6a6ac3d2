// The check functions of all rules in TOML; which rule runs, `lint.rule()` says.
#include "policy/check.h"

#include "base/ascii.h"
#include "policy/companion.h"
#include "policy/names.h"
#include "policy/telling.h"

#include <algorithm>
#include <map>

namespace zonevet::policy {

namespace {

void judge_alone(const Policy& policy, const Record& record, Lint& lint)
{
    std::optional<Objection> objection = objection_to(policy, Situation(record));
    if (!objection)
        return;
    Facts facts = facts_of(policy, record);
    Draft& draft = tell(lint, policy, objection->place, facts);
    if (lint.describing())
        explain(draft, policy, *objection, facts);
}

// Records of one group, in file order.
using Records = std::vector<Record>;

std::string key_of(std::span<const FieldUse> compared, const Record& record)
{
    std::string key;
    for (const FieldUse& use : compared) {
        std::size_t before = key.size();
        append_value(key, use.subject, use.fields, record);
        for (std::size_t i = before; i < key.size(); ++i)
            key[i] = ascii_lower(key[i]);
        key += '\0';
    }
    return key;
}

std::string shown_values(std::span<const FieldUse> compared, const Record& record)
{
    std::string text;
    for (const FieldUse& use : compared) {
        if (!text.empty())
            text += ' ';
        append_shown(text, use.subject, use.fields, record);
    }
    return text;
}

Place compared_place(const Policy& policy, const Record& record)
{
    const FieldUse& use = policy.compared.front();
    return has_field(use.subject, use.fields, record.type()) ? place_of(use.subject, use.fields, record)
                                                             : record.place();
}

void judge_unique(const Policy& policy, const Records& group, Lint& lint)
{
    std::map<std::string, Record> seen;
    for (const Record& record : group) {
        std::string key = key_of(policy.compared, record);
        auto [first, is_new] = seen.emplace(key, record);
        if (is_new)
            continue;
        Facts facts = facts_of(policy, record);
        facts.count = group.size();
        std::string shown = shown_values(policy.compared, first->second);
        facts.first = shown;
        Draft& draft = tell(lint, policy, compared_place(policy, record), facts);
        if (lint.describing())
            draft.note(compared_place(policy, first->second), "the first one");
    }
}

void judge_same(const Policy& policy, const Records& group, Lint& lint)
{
    std::map<std::string, std::vector<std::size_t>> values;
    for (std::size_t i = 0; i < group.size(); ++i)
        values[key_of(policy.compared, group[i])].push_back(i);
    if (values.size() < 2)
        return;
    // What most say is right; of equally many the one that comes first in the file.
    const auto* usual = &*values.begin();
    for (const auto& value : values)
        if (value.second.size() > usual->second.size() ||
            (value.second.size() == usual->second.size() && value.second[0] < usual->second[0]))
            usual = &value;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (std::find(usual->second.begin(), usual->second.end(), i) != usual->second.end())
            continue;
        const Record& first = group[usual->second[0]];
        Facts facts = facts_of(policy, group[i]);
        facts.count = group.size();
        std::string shown = shown_values(policy.compared, first);
        facts.first = shown;
        Draft& draft = tell(lint, policy, compared_place(policy, group[i]), facts);
        if (lint.describing())
            draft.note(compared_place(policy, first), fmt::format("here it is `{}`", shown));
    }
}

// Where a record shows that it is of a group: its target or address.
Place group_place(const Matcher& matcher, const Record& record)
{
    const Matcher* test = deciding_test(matcher, Situation(record), Truth::yes);
    if (test != nullptr && test->subject == Subject::data)
        return place_of(*test, record);
    return record.data_place();
}

void judge_groups(const Policy& policy, const Records& group, Lint& lint)
{
    std::vector<std::vector<std::size_t>> members(policy.groups.size());
    for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t g = 0; g < policy.groups.size(); ++g) {
            Truth truth = matches(policy.groups[g].matcher, Situation(group[i]));
            if (truth == Truth::no)
                continue;
            if (truth == Truth::yes)
                members[g].push_back(i);
            break; // what may be in a group is in none
        }
    std::size_t largest = 0;
    for (std::size_t g = 1; g < members.size(); ++g)
        if (members[g].size() > members[largest].size() || (members[g].size() == members[largest].size() &&
                                                            !members[g].empty() && members[g][0] < members[largest][0]))
            largest = g;
    for (std::size_t g = 0; g < members.size(); ++g) {
        if (g == largest)
            continue;
        for (std::size_t i : members[g]) {
            const Group& usual = policy.groups[largest];
            Facts facts = facts_of(policy, group[i]);
            facts.count = group.size();
            facts.group = policy.groups[g].name;
            facts.other = usual.name;
            Draft& draft = tell(lint, policy, group_place(policy.groups[g].matcher, group[i]), facts);
            if (!lint.describing())
                continue;
            draft.note(group_place(usual.matcher, group[members[largest][0]]),
                       fmt::format("this one is {}", usual.name));
        }
    }
}

// Whether the zone can tell that nothing more is selected: no name of the rule lies below a
// delegation, behind a line that could not be read, or under a wildcard.
bool is_all_there(const Policy& policy, const Zone& zone)
{
    if (zone.incomplete())
        return false;
    char room[256];
    for (const Value& value : policy.names) {
        if (!is_exact(value))
            continue;
        std::optional<Name> name = exact_name(value, zone.apex(), room);
        if (!name)
            continue;
        for (Type type : policy.types) {
            Answer answer = zone.look_up(*name, type);
            if (answer.is == Existence::unknown || answer.is == Existence::delegated || answer.by_wildcard ||
                (answer.is == Existence::alias && answer.node && answer.node->name() != *name))
                return false;
        }
    }
    return true;
}

void judge_count(const Policy& policy, const Records& group, const Zone& zone, Lint& lint)
{
    auto count = static_cast<std::int64_t>(group.size());
    bool few = count < policy.least;
    if ((!few && count <= policy.most) || (few && !is_all_there(policy, zone)))
        return;
    Facts facts;
    facts.fields = policy.fields;
    facts.zone = zone.apex();
    facts.count = group.size();
    // Too many: at the first that is too much.
    std::size_t at = few ? 0 : static_cast<std::size_t>(policy.most);
    if (!group.empty())
        facts.record = group[at];
    Draft& draft =
        tell(lint, policy, group.empty() ? zone.anchor() : selected_place(policy, Situation(group[at])), facts);
    if (lint.describing() && !group.empty() && at > 0)
        draft.note(selected_place(policy, Situation(group[0])), "the first one");
}

void judge_companion(const Policy& policy, const Record& record, Lint& lint)
{
    bool wanted = policy.claim == Claim::companion;
    Companion companion = find_companion(policy, record, record.zone());
    if (companion.is != (wanted ? Truth::no : Truth::yes))
        return;
    Situation situation(record);
    Place place = wanted ? sign_place(policy, situation) : selected_place(policy, situation);
    Draft& draft = tell(lint, policy, place, facts_of(policy, record));
    if (!lint.describing())
        return;
    if (companion.record)
        draft.note(companion.record->place(), wanted ? "this one is there, but does not fit" : "beside this one");
    if (policy.label.empty() && wanted)
        draft.label(companion.wanted);
}

void judge(const Policy& policy, const Records& group, const Zone& zone, Lint& lint)
{
    if (!group.empty())
        lint.selected();
    switch (policy.claim) {
    case Claim::require:
    case Claim::forbid:
        for (const Record& record : group)
            judge_alone(policy, record, lint);
        break;
    case Claim::companion:
    case Claim::absent:
        if (!group.empty())
            judge_companion(policy, group.front(), lint);
        break;
    case Claim::count:
        judge_count(policy, group, zone, lint);
        break;
    case Claim::unique:
        if (group.size() > 1)
            judge_unique(policy, group, lint);
        break;
    case Claim::same:
        if (group.size() > 1)
            judge_same(policy, group, lint);
        break;
    case Claim::groups:
        if (group.size() > 1)
            judge_groups(policy, group, lint);
        break;
    case Claim::limit:
        break; // of a change
    }
}

// A thread's own room for a group: it is empty again when the next subject comes.
Records& room_for_group()
{
    thread_local Records group;
    group.clear();
    return group;
}

void in_file_order(Records& group)
{
    std::sort(group.begin(), group.end(), [](const Record& a, const Record& b) { return a.id() < b.id(); });
}

// The records whose owners are written out in the rule: no pass over the zone is needed.
bool select_by_name(const Policy& policy, const Zone& zone, Records& group)
{
    if (policy.names.empty() || !std::all_of(policy.names.begin(), policy.names.end(), is_exact))
        return false;
    char room[256];
    std::vector<NameId> seen;
    for (const Value& value : policy.names) {
        std::optional<Name> name = exact_name(value, zone.apex(), room);
        std::optional<Node> node = name ? zone.find(*name) : std::nullopt;
        if (!node || !node->in_zone() || std::find(seen.begin(), seen.end(), node->id()) != seen.end())
            continue;
        seen.push_back(node->id());
        for (RRset set : node->rrsets())
            for (Record record : set)
                if (is_selected(policy, Situation(record)))
                    group.push_back(record);
    }
    in_file_order(group);
    return true;
}

} // namespace

void check_record(const Record& record, Lint& lint)
{
    const Policy& policy = *lint.rule().policy;
    if (!lint.in_scope() || !is_selected(policy, Situation(record)))
        return;
    lint.selected();
    if (policy.claim == Claim::companion || policy.claim == Claim::absent)
        judge_companion(policy, record, lint);
    else
        judge_alone(policy, record, lint);
}

void check_rrset(const RRset& set, Lint& lint)
{
    const Policy& policy = *lint.rule().policy;
    if (!lint.in_scope())
        return;
    Records& group = room_for_group();
    for (Record record : set)
        if (is_selected(policy, Situation(record)))
            group.push_back(record);
    if (!group.empty())
        judge(policy, group, set.zone(), lint);
}

void check_node(const Node& node, Lint& lint)
{
    const Policy& policy = *lint.rule().policy;
    if (!lint.in_scope())
        return;
    Records& group = room_for_group();
    for (RRset set : node.rrsets())
        for (Record record : set)
            if (is_selected(policy, Situation(record)))
                group.push_back(record);
    in_file_order(group);
    if (!group.empty())
        judge(policy, group, node.zone(), lint);
}

void check_zone(const Zone& zone, Lint& lint)
{
    const Policy& policy = *lint.rule().policy;
    if (!lint.in_scope())
        return;
    Records& group = room_for_group();
    if (!select_by_name(policy, zone, group))
        for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
            Record record = zone.record(RecordId{id});
            if (is_selected(policy, Situation(record)) && record.node().in_zone())
                group.push_back(record);
        }
    judge(policy, group, zone, lint);
}

Check check_for(const Policy& policy)
{
    if (policy.on_change)
        return check_change;
    switch (policy.group_by) {
    case GroupBy::record:
        return check_record;
    case GroupBy::rrset:
        return check_rrset;
    case GroupBy::name:
        return check_node;
    case GroupBy::zone:
        break;
    }
    return check_zone;
}

} // namespace zonevet::policy
