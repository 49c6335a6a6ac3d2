#include "rules/names/shared/host_slip.h"
#include "rules/names/shared/targets.h"
#include "rules/services/shared/near.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace zonevet::rules::target_unlike_others {

namespace {

constexpr Field target_of_alias = field(Type::CNAME, "target");
constexpr std::size_t often = 5;
constexpr std::size_t most_pairs = 1000000; // a zone with more of both has no habit

struct Target {
    Name name;
    Record first;
    LetterSet letters;
};

std::vector<Record> aliases(const Zone& zone)
{
    std::vector<Record> list;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        if (Record record = zone.record(RecordId{i}); record.type() == Type::CNAME && !record.generated())
            list.push_back(record);
    return list;
}

void sort_by_target(std::vector<Record>& list)
{
    std::sort(list.begin(), list.end(), [](const Record& a, const Record& b) {
        return a.name(target_of_alias).wire() < b.name(target_of_alias).wire();
    });
}

// Those whose target is there often, and a few others. Of most large zones hardly any are left to be sorted.
std::vector<Record> with_common_target(const std::vector<Record>& list)
{
    auto bucket = [](const Record& record) {
        return std::hash<std::string_view>()(record.name(target_of_alias).wire()) & 0xffff;
    };
    std::vector<std::uint8_t> seen(1 << 16, 0);
    for (const Record& record : list)
        if (std::uint8_t& count = seen[bucket(record)]; count < often)
            ++count;
    std::vector<Record> common;
    std::copy_if(list.begin(), list.end(), std::back_inserter(common),
                 [&](const Record& record) { return seen[bucket(record)] >= often; });
    return common;
}

// Calls `visit` with the first record of each target and how many there are.
template <class Visit> void each_target(const std::vector<Record>& sorted, Visit visit)
{
    for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
        Name name = sorted[begin].name(target_of_alias);
        while (end < sorted.size() && sorted[end].name(target_of_alias) == name)
            ++end;
        visit(sorted[begin], end - begin);
    }
}

Target target_of(const Record& record)
{
    Name name = record.name(target_of_alias);
    return {name, record, LetterSet(name.wire())};
}

// An answer by a wildcard does not count.
bool may_exist(const Zone& zone, Name name)
{
    std::optional<Node> node = zone.find(name);
    return (node && (node->has_records() || node->holds_untold())) ||
           (zone.incomplete() && name.is_at_or_below(zone.apex()));
}

void check(const Zone& zone, Lint& lint)
{
    std::vector<Record> list = aliases(zone), common = with_common_target(list);
    std::vector<Target> many, once;
    sort_by_target(common);
    each_target(common, [&](const Record& first, std::size_t count) {
        if (count >= often)
            many.push_back(target_of(first));
    });
    if (many.empty())
        return;
    sort_by_target(list);
    each_target(list, [&](const Record& first, std::size_t count) {
        if (count == 1)
            once.push_back(target_of(first));
    });
    if (many.size() * once.size() > most_pairs)
        return;
    for (const Target& one : once)
        for (const Target& other : many) {
            // Two sizes of labels differ as well.
            if (!one.letters.may_be_near(other.letters, 3) || !is_slip_of_host(one.name.text(), other.name.text()))
                continue;
            if (may_exist(zone, one.name))
                continue;
            Draft& draft =
                lint.report(one.first.data_place(), "`{}` is one slip away from `{}`, where other aliases lead",
                            one.name, other.name);
            draft.note(other.first.data_place(), "one of them").fix(other.name.text());
            break;
        }
}

} // namespace

extern const Rule rule{
    .name = "target-unlike-others",
    .summary = "One alias leads to a name that is one slip away from the target of many others.",
    .why = "The target was typed instead of copied. Where a wildcard or another zone answers for the misspelt name, "
           "nothing else shows it, and the name leads somewhere else than its siblings.",
    .effect = "the name leads nowhere, or to somebody else",
    .references = {rfc("1034", "3.6.2")},
    .confidence = Confidence::medium,
    .types = {Type::CNAME},
    .bad = R"(
a CNAME web.selfhosted.example.net.
b CNAME web.selfhosted.example.net.
c CNAME web.selfhosted.example.net.
d CNAME web.selfhosted.example.net.
e CNAME web.selfhosted.example.net.
f CNAME web.self.hosted.example.net.
)",
    .good = R"(
a CNAME web.selfhosted.example.net.
b CNAME web.selfhosted.example.net.
c CNAME web.selfhosted.example.net.
d CNAME web.selfhosted.example.net.
e CNAME web.selfhosted.example.net.
f CNAME web.selfhosted2.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::target_unlike_others
