#include "rules/change/shared/changes.h"

#include <algorithm>
#include <set>

namespace zonevet::rules::delegation_hides_names {

namespace {

struct CanonicalLess {
    bool operator()(Name a, Name b) const { return canonical_less(a, b); }
};
using Names = std::set<Name, CanonicalLess>;

// What the cut needs to be reached is not hidden but glue.
Names servers_of(const RRset& ns)
{
    constexpr Field target = field(Type::NS, "target");
    Names servers;
    for (Record record : ns)
        servers.insert(record.name(target));
    return servers;
}

bool belongs_to_cut(Type type)
{
    return type == Type::NS || type == Type::DS || type == Type::NSEC || type == Type::RRSIG;
}

// A record that the zone answered with until now, and that still stands in the file.
std::optional<Record> hidden_record(Node node, const Zone& before, const Names& servers)
{
    for (RRset set : node.rrsets()) {
        bool is_address = set.type() == Type::A || set.type() == Type::AAAA;
        if (belongs_to_cut(set.type()) || set.type() == Type::NSEC3 || (is_address && servers.contains(node.name())))
            continue;
        Answer answer = before.look_up(node.name(), set.type());
        if (answer.is == Existence::found && !answer.by_wildcard)
            return set.front();
    }
    return {};
}

void judge_cut(const Change& change, Lint& lint, const ChangedSet& cut)
{
    const Zone& zone = change.after();
    const std::vector<NameId>& order = zone.canonical_order();
    auto at = std::lower_bound(order.begin(), order.end(), cut.owner(),
                               [&](NameId id, Name key) { return canonical_less(zone.node(id).name(), key); });
    Names servers = servers_of(*cut.after);
    std::optional<Record> first;
    std::size_t names = 0;
    for (; at != order.end() && zone.node(*at).name().is_at_or_below(cut.owner()); ++at)
        if (std::optional<Record> record = hidden_record(zone.node(*at), change.before(), servers)) {
            ++names;
            if (!first)
                first = record;
        }
    if (!first)
        return;
    Draft& draft = report(lint, change, cut, "the new delegation of `{}` hides {} {} that this zone served until now",
                          owner_of(cut, change), names, names == 1 ? "name" : "names");
    draft.note(first->place(), "the first of them, no longer served from here")
        .help("move the records into the zone of the delegation first, then remove them here");
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets())
        if (set.type() == Type::NS && set.is_new() && set.after->node().is_delegation())
            judge_cut(change, lint, set);
}
} // namespace

extern const Rule rule{
    .name = "delegation-hides-names",
    .summary = "A new delegation hides records of the same name or below it.",
    .why = "From the NS record on, all names at and below it are asked from the servers it names. "
           "What this file still says about them is not served any more: if the other zone does "
           "not hold each of these records, the hosts are gone.",
    .effect = "names that resolved until now are answered by other servers, or not at all",
    .references = {rfc("1034", "4.2.1"), rfc("2181", "6.1")},
    .level = Level::error,
    .bad = R"(
www.lab A 192.0.2.80
; becomes
www.lab A 192.0.2.80
lab NS ns1.example.net.
lab NS ns2.example.net.
)",
    .good = R"(
ns.lab A 192.0.2.53
; becomes
ns.lab A 192.0.2.53
lab NS ns.lab
lab NS ns2.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::delegation_hides_names
