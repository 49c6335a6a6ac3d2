// One walk over the names of each state. RRsets are small, so their records are matched in sorted
// order; an RRset with a hundred thousand records is no exception.
#include "change/change.h"

#include "dns/rdata_compare.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr Field serial = field(Type::SOA, "serial");

bool same(const RRset& a, const RRset& b)
{
    if (a.size() != b.size() || ttl_differs(a.front(), b.front()))
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].rdata() != b[i].rdata())
            return false;
    return true;
}

// Indices in the order of the data, without repetitions: a record twice is the record.
std::vector<std::uint32_t> sorted(const std::optional<RRset>& set)
{
    std::vector<std::uint32_t> order;
    if (!set)
        return order;
    for (std::uint32_t i = 0; i < set->size(); ++i)
        order.push_back(i);
    auto compare = [&](std::uint32_t a, std::uint32_t b) {
        return compare_data(set->type(), (*set)[a].rdata(), (*set)[b].rdata());
    };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
    order.erase(
        std::unique(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return compare(a, b) == 0; }),
        order.end());
    return order;
}

bool unsure(const Zone& zone, Name owner, Type type)
{
    if (zone.incomplete())
        return true;
    std::optional<Node> node = zone.find(owner);
    return node && node->is_untold(type);
}

bool by_place(const Record& a, const Record& b)
{
    return a.id() < b.id();
}

} // namespace

bool ChangedSet::only_serial_differs() const
{
    if (type() != Type::SOA || !before || !after || ttl_changed())
        return false;
    auto rest = [](const Record& soa) {
        std::string data(soa.rdata());
        return data.erase(data.size() - 20, 4); // the first of the five numbers that end it
    };
    return rest(before->front()) == rest(after->front());
}

std::vector<ChangedRecord> ChangedSet::records() const
{
    std::vector<ChangedRecord> list(std::max(removed.size(), added.size()));
    for (std::size_t i = 0; i < removed.size(); ++i)
        list[i].before = removed[i];
    for (std::size_t i = 0; i < added.size(); ++i)
        list[i].after = added[i];
    if (!ttl_changed())
        return list;
    for (auto [old, now] : kept)
        list.push_back({(*before)[old], (*after)[now]});
    return list;
}

Change::Change(State before, State after) : before_(before), after_(after)
{
    const Zone& old_zone = this->before();
    const Zone& new_zone = this->after();
    for (std::uint32_t id = 0; id < new_zone.name_count(); ++id) {
        Node node = new_zone.node(NameId{id});
        if (!node.in_zone() || !node.has_records())
            continue;
        std::optional<Node> other = old_zone.find(node.name());
        if (other && other->has_records())
            compare(*other, node);
        else
            for (RRset set : node.rrsets())
                compare(std::nullopt, set);
    }
    for (std::uint32_t id = 0; id < old_zone.name_count(); ++id) {
        Node node = old_zone.node(NameId{id});
        if (!node.in_zone() || !node.has_records())
            continue;
        std::optional<Node> other = new_zone.find(node.name());
        if (!other || !other->has_records())
            for (RRset set : node.rrsets())
                compare(set, std::nullopt);
    }
    std::sort(sets_.begin(), sets_.end(), [](const ChangedSet& a, const ChangedSet& b) {
        if (a.owner() != b.owner())
            return canonical_less(a.owner(), b.owner());
        return a.type() < b.type();
    });
    only_serial_ = sets_.size() == 1 && sets_[0].only_serial_differs();
}

void Change::compare(Node before, Node after)
{
    for (RRset set : after.rrsets())
        compare(before.find(set.type()), set);
    for (RRset set : before.rrsets())
        if (!after.has(set.type()))
            compare(set, std::nullopt);
}

void Change::compare(std::optional<RRset> before, std::optional<RRset> after)
{
    if (before && after && same(*before, *after))
        return;
    ChangedSet changed;
    changed.before = before;
    changed.after = after;
    // A partial state holds whole RRsets, and what a change list deletes is certain.
    changed.uncertain =
        (before_.extent == Extent::complete && unsure(this->before(), changed.owner(), changed.type())) ||
        (after_.extent == Extent::complete && unsure(this->after(), changed.owner(), changed.type()));
    std::vector<std::uint32_t> olds = sorted(before), news = sorted(after);
    Type type = changed.type();
    std::size_t i = 0, j = 0;
    while (i < olds.size() || j < news.size()) {
        int order = i == olds.size()   ? 1
                    : j == news.size() ? -1
                                       : compare_data(type, (*before)[olds[i]].rdata(), (*after)[news[j]].rdata());
        if (order < 0)
            changed.removed.push_back((*before)[olds[i++]]);
        else if (order > 0)
            changed.added.push_back((*after)[news[j++]]);
        else
            changed.kept.emplace_back(olds[i++], news[j++]);
    }
    if (changed.removed.empty() && changed.added.empty() && !changed.ttl_changed())
        return;
    std::sort(changed.removed.begin(), changed.removed.end(), by_place);
    std::sort(changed.added.begin(), changed.added.end(), by_place);
    std::sort(changed.kept.begin(), changed.kept.end(), [](auto a, auto b) { return a.second < b.second; });
    removed_ += changed.removed.size();
    added_ += changed.added.size();
    sets_.push_back(std::move(changed));
}

const ChangedSet* Change::find(Name owner, Type type) const
{
    auto at = std::lower_bound(sets_.begin(), sets_.end(), std::pair(owner, type),
                               [](const ChangedSet& set, const std::pair<Name, Type>& key) {
                                   if (set.owner() != key.first)
                                       return canonical_less(set.owner(), key.first);
                                   return set.type() < key.second;
                               });
    return at != sets_.end() && at->owner() == owner && at->type() == type ? &*at : nullptr;
}

Place Change::place(const ChangedSet& set) const
{
    if (!set.added.empty())
        return set.added.front().place();
    if (set.ttl_changed() && set.removed.empty())
        return set.after->front().ttl_place();
    return serial_place();
}

Place Change::serial_place() const
{
    if (zone_removed())
        return former(before().anchor());
    if (std::optional<Record> soa = after().soa())
        return soa->at(serial);
    return after().anchor();
}

} // namespace zonevet
