// Rules of a type beyond the table (TYPE65280) share one slot with all such types; none names one.
#include "lint/plan.h"

#include "dns/octets.h"

#include <algorithm>
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

std::uint64_t letter_bit(std::string_view label)
{
    // Upper and lower case share their low five bits; the apex has no letter.
    return label.empty() ? 1 : std::uint64_t{1} << (static_cast<unsigned char>(label[0]) & 31);
}

// Of a last label in wire form: its length and first letter.
std::uint64_t top_bit(std::string_view label)
{
    unsigned first = label.size() > 1 ? static_cast<unsigned char>(label[1]) & 31u : 0;
    return std::uint64_t{1} << ((first * 8 + static_cast<unsigned char>(label[0])) & 63u);
}

// The name that a record of the type leads to; nothing for types without one.
std::optional<Field> target_of(Type type)
{
    switch (type) {
    case Type::NS:
    case Type::CNAME:
    case Type::DNAME:
    case Type::PTR:
        return Field{type, 0};
    case Type::MX:
    case Type::KX:
    case Type::LP:
    case Type::SVCB:
    case Type::HTTPS:
        return Field{type, 1};
    case Type::SRV:
        return Field{type, 3};
    default:
        return {};
    }
}

// Whether any zone of the run can be for one of its profiles.
bool is_wanted(const Scope& scope, const Settings& settings)
{
    auto names_one = [&](const std::vector<std::string>& profiles) {
        return std::any_of(profiles.begin(), profiles.end(), [&](const std::string& profile) {
            return std::find(scope.profiles.begin(), scope.profiles.end(), profile) != scope.profiles.end();
        });
    };
    return scope.profiles.empty() || names_one(settings.profiles) ||
           std::any_of(settings.overrides.begin(), settings.overrides.end(),
                       [&](const Override& some) { return some.profiles && names_one(*some.profiles); }) ||
           std::any_of(settings.zones.begin(), settings.zones.end(),
                       [&](const ConfiguredZone& zone) { return zone.profiles && names_one(*zone.profiles); });
}

} // namespace

Plan::ByLabel::Lists Plan::find_by_label(const Node& node) const
{
    ByLabel::Lists lists{};
    std::string_view label = node.name().first_label();
    if ((first_letters_ & letter_bit(label)) != 0) {
        char lower[64];
        for (std::size_t i = 0; i < label.size(); ++i)
            lower[i] = ascii_lower(label[i]);
        auto found = by_label_.find(std::string_view(lower, label.size()));
        if (found != by_label_.end())
            lists[0] = &found->second;
    }
    if (node.is_apex()) {
        auto found = by_label_.find(std::string_view());
        if (found != by_label_.end())
            lists[1] = &found->second;
    }
    return lists;
}

std::array<const std::vector<Plan::Targeted>*, 2> Plan::by_target(const Record& record) const
{
    std::array<const std::vector<Targeted>*, 2> lists{};
    std::string_view wire = record.name(*target_of(record.type())).wire();
    std::size_t before = 0, last = 0; // where the last two labels begin
    for (std::size_t at = 0; wire[at] != 0; at += static_cast<unsigned char>(wire[at]) + 1u) {
        before = last;
        last = at;
    }
    if ((target_tops_ & top_bit(wire.substr(last))) == 0)
        return lists;
    char lower[256];
    std::size_t size = wire.size() - 1 - before;
    for (std::size_t i = 0; i < size; ++i)
        lower[i] = ascii_lower(wire[before + i]); // length octets are below the letters
    auto find = [&](std::size_t from) {
        auto found = by_target_.find(std::string_view(lower + from, size - from));
        return found != by_target_.end() ? &found->second : nullptr;
    };
    lists[0] = find(0);
    if (last != before)
        lists[1] = find(last - before);
    return lists;
}

namespace {

// The one case each rule is about; null: there are several, and each finding says which. Made on first use.
const std::unordered_map<std::string_view, const PortabilityCase*>& cases_by_rule()
{
    static const auto cases = [] {
        std::unordered_map<std::string_view, const PortabilityCase*> found;
        for (const PortabilitySection& section : portability_sections())
            for (const PortabilityCase& one : section.cases)
                if (auto [at, is_new] = found.emplace(one.rule, &one); !is_new)
                    at->second = nullptr;
        return found;
    }();
    return cases;
}

// In the order of the rules; null also where there is none.
std::vector<const PortabilityCase*> cases_of(const std::vector<Rule>& rules)
{
    std::vector<const PortabilityCase*> cases(rules.size(), nullptr);
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (auto at = cases_by_rule().find(rules[i].name); at != cases_by_rule().end())
            cases[i] = at->second;
    return cases;
}

} // namespace

Plan::Plan(const Settings& settings)
{
    mistakes_.fill(-1);
    const std::vector<Rule>& rules = settings.catalogue();
    cases_ = cases_of(rules);
    used_ = std::make_unique<std::atomic<bool>[]>(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        // An override may switch a rule off for a zone, never on; so what is off here is off.
        if (!settings.rules[i].enabled || !is_wanted(rules[i].scope, settings))
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
        if (!rule.scope.labels.empty() && !std::holds_alternative<ZoneCheck>(rule.check)) {
            for (std::string_view label : rule.scope.labels) {
                ByLabel& list = by_label_[std::string(label)];
                if (const RecordCheck* record = std::get_if<RecordCheck>(&rule.check))
                    list.records.push_back({number, *record});
                else if (const RRsetCheck* rrset = std::get_if<RRsetCheck>(&rule.check))
                    list.rrsets.push_back({number, *rrset});
                else if (const NodeCheck* node = std::get_if<NodeCheck>(&rule.check))
                    list.nodes.push_back({number, *node});
                first_letters_ |= letter_bit(label);
            }
            continue;
        }
        if (const RecordCheck* record = std::get_if<RecordCheck>(&rule.check);
            record != nullptr && !rule.scope.targets.empty()) {
            for (std::string_view target : rule.scope.targets) {
                by_target_[std::string(target)].push_back({number, *record, {rule.types.begin(), rule.types.end()}});
                std::size_t first = static_cast<unsigned char>(target[0]) + 1u;
                target_tops_ |= top_bit(first < target.size() ? target.substr(first) : target);
            }
            for (std::size_t type = 0; type < known_types; ++type)
                if (target_of(static_cast<Type>(type)) &&
                    (rule.types.empty() ||
                     std::find(rule.types.begin(), rule.types.end(), static_cast<Type>(type)) != rule.types.end()))
                    with_targets_[type] = true;
            continue;
        }
        if (const Mistake* mistake = std::get_if<Mistake>(&rule.check))
            mistakes_[static_cast<std::size_t>(*mistake)] = static_cast<int>(i);
        else if (const RecordCheck* record = std::get_if<RecordCheck>(&rule.check))
            by_type(records_, [&](auto& groups) { add(groups, rule, number, *record); });
        else if (const RRsetCheck* rrset = std::get_if<RRsetCheck>(&rule.check))
            by_type(rrsets_, [&](auto& list) { list.push_back({number, *rrset}); });
        else if (const NodeCheck* node = std::get_if<NodeCheck>(&rule.check); node != nullptr && rule.types.empty())
            add(nodes_, rule, number, *node);
        else if (node != nullptr)
            by_type(typed_nodes_, [&](auto& list) {
                list.push_back({number, *node, {rule.types.begin(), rule.types.end()}});
            });
        else if (const ZoneCheck* zone = std::get_if<ZoneCheck>(&rule.check))
            zones_.push_back({number, *zone});
        else if (const ChangeCheck* change = std::get_if<ChangeCheck>(&rule.check))
            changes_.push_back({number, *change});
    }
}

} // namespace zonevet
