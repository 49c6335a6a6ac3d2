#include "rules/delegation/shared/glue.h"

#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules {

GlueNames::GlueNames(const Zone& zone) : serves_(zone.name_count(), false)
{
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        std::optional<RRset> servers = node.in_zone() ? node.find(Type::NS) : std::nullopt;
        if (!servers)
            continue;
        for (Record ns : *servers) {
            Name target = ns.name(ns_target);
            if (!target.is_at_or_below(zone.apex()))
                continue;
            if (std::optional<Node> server = zone.find(target))
                serves_[static_cast<std::uint32_t>(server->id())] = true;
        }
    }
}

std::optional<Node> delegation_above(const Node& node)
{
    std::optional<Node> cut = node.hidden_by();
    return cut && cut->is_delegation() ? cut : std::nullopt;
}

} // namespace zonevet::rules
