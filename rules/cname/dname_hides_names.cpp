#include "rules/cname/shared/alias.h"

#include <map>

namespace zonevet::rules::dname_hides_names {

namespace {

struct Hidden {
    std::size_t names = 0;
    NameId first{};
};

// The hashes of NSEC3 stand below the apex, whatever stands there.
bool is_only_proof(Node node)
{
    for (RRset set : node.rrsets())
        if (set.type() != Type::NSEC3 && set.type() != Type::RRSIG)
            return false;
    return true;
}

void check(const Zone& zone, Lint& lint)
{
    std::map<NameId, Hidden> by_dname;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node(zone, NameId{id});
        if (!node.in_zone())
            continue;
        std::optional<Node> cut = node.hidden_by();
        if (!cut || !cut->has(Type::DNAME) || is_only_proof(node))
            continue;
        Hidden& hidden = by_dname[cut->id()];
        if (hidden.names++ == 0)
            hidden.first = node.id();
    }
    for (const auto& [id, hidden] : by_dname) {
        Node cut = zone.node(id);
        Node first = zone.node(hidden.first);
        Draft& draft = hidden.names == 1
                           ? lint.report(first.first_record().place(),
                                         "{} lies below the DNAME of {} and is never served", first.name(), cut.name())
                           : lint.report(first.first_record().place(),
                                         "{} names, {} the first, lie below the DNAME of {} and are never served",
                                         hidden.names, first.name(), cut.name());
        draft.note(cut.find(Type::DNAME)->front().place(), "the DNAME, which answers for all names below it");
        draft.help(hidden.names == 1 ? "remove the name, or move it below the target of the DNAME"
                                     : "remove the names, or move them below the target of the DNAME");
    }
}

} // namespace

extern const Rule rule{
    .name = "dname-hides-names",
    .summary = "Names stand below a DNAME record.",
    .why = "A DNAME redirects all that lies below it. Knot and NSD refuse the zone; BIND loads it and "
           "hides the names.",
    .effect = "the names do not resolve, or servers refuse the zone",
    .references = {rfc("6672", "2.4")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
old      DNAME new
www.old  A     192.0.2.3
www.new  A     192.0.2.4
)",
    .good = R"(
old      DNAME new
old      TXT   "moved"
www.new  A     192.0.2.4
)",
    .check = check,
};

} // namespace zonevet::rules::dname_hides_names
