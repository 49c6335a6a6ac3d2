#include "rules/delegation/shared/glue.h"

#include "lint/rule.h"

namespace zonevet::rules::glue_orphan {

namespace {

// Other data at the name is the matter of data-hidden-by-delegation.
bool holds_only_addresses(Node node)
{
    for (RRset set : node.rrsets())
        if (!is_address(set.type()))
            return false;
    return node.has_records();
}

void check(const Zone& zone, Lint& lint)
{
    std::optional<GlueNames> glue;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        std::optional<Node> cut = node.in_zone() ? delegation_above(node) : std::nullopt;
        if (!cut || !holds_only_addresses(node))
            continue;
        if (!glue)
            glue.emplace(zone);
        if (glue->may_have(node, *cut))
            continue;
        lint.report(node.first_record().place(),
                    "this address is never served: `{}` is delegated, and `{}` is not one of its "
                    "servers",
                    cut->name(), node.name())
            .note(cut->find(Type::NS)->front().place(), "delegated here")
            .help("remove it here, and add it to the zone of the delegation when it is still of use");
    }
}

} // namespace

extern const Rule rule{
    .name = "glue-orphan",
    .summary = "An address lies below a delegation, but belongs to no name server.",
    .why = "Below a delegation only addresses of name servers are of use. Any other is left over "
           "from before the delegation, or from a server that was renamed; edits to it change "
           "nothing.",
    .effect = "the record is never served",
    .references = {rfc("1034", "4.2.1"), rfc("2181", "6.1")},
    .level = Level::warning,
    .bad = R"(
lab     NS ns1
lab     NS ns2
www.lab A  192.0.2.80
)",
    .good = R"(
lab    NS ns.lab
lab    NS ns2
ns.lab A  192.0.2.53
)",
    .check = check,
};

} // namespace zonevet::rules::glue_orphan
