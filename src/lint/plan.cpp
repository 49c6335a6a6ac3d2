// Rules of a type beyond the table (TYPE65280) share one slot with all such types; none names one.
#include "lint/plan.h"

#include <cassert>

namespace zonevet {

namespace {

template <class Subject, class Check>
void add(std::vector<Plan::Group<Subject>>& groups, const Rule& rule, std::uint16_t number, Check check)
{
    using Question = bool (*)(const Subject&);
    const Question* found = std::get_if<Question>(&rule.unless);
    assert(found != nullptr || std::holds_alternative<std::monostate>(rule.unless));
    Question unless = found != nullptr ? *found : nullptr;
    for (Plan::Group<Subject>& group : groups)
        if (group.unless == unless) {
            group.checks.push_back({number, check});
            return;
        }
    groups.push_back({unless, {{number, check}}});
}

} // namespace

Plan::Plan(const Settings& settings)
{
    mistakes_.fill(-1);
    const std::vector<Rule>& rules = all_rules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        // An override may switch a rule off for a zone, never on; so what is off here is off.
        if (!settings.rules[i].enabled)
            continue;
        const Rule& rule = rules[i];
        std::uint16_t number = static_cast<std::uint16_t>(i);
        auto by_type = [&](auto& table, auto enter) {
            if (rule.types.empty()) {
                for (auto& list : table)
                    enter(list);
            } else {
                for (Type type : rule.types)
                    enter(table[slot(type)]);
            }
        };
        if (const Mistake* mistake = std::get_if<Mistake>(&rule.check))
            mistakes_[static_cast<std::size_t>(*mistake)] = static_cast<int>(i);
        else if (const RecordCheck* record = std::get_if<RecordCheck>(&rule.check))
            by_type(records_, [&](auto& groups) { add(groups, rule, number, *record); });
        else if (const RRsetCheck* rrset = std::get_if<RRsetCheck>(&rule.check))
            by_type(rrsets_, [&](auto& list) { list.push_back({number, *rrset}); });
        else if (const NodeCheck* node = std::get_if<NodeCheck>(&rule.check))
            add(nodes_, rule, number, *node);
        else if (const ZoneCheck* zone = std::get_if<ZoneCheck>(&rule.check))
            zones_.push_back({number, *zone});
        else if (const ChangeCheck* change = std::get_if<ChangeCheck>(&rule.check))
            changes_.push_back({number, *change});
    }
}

} // namespace zonevet
