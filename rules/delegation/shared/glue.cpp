#include "rules/delegation/shared/glue.h"

#include "rules/delegation/shared/name_server.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace zonevet::rules {

namespace {

// A cheap filter before the look-up: names that start alike and are equally long share a place.
std::size_t place_of(Name name)
{
    std::string_view wire = name.wire();
    std::uint64_t start = 0;
    std::memcpy(&start, wire.data(), std::min<std::size_t>(wire.size(), 8));
    return (((start | 0x2020202020202020) + wire.size()) * 0x9E3779B97F4A7C15) >> 48;
}

} // namespace

GlueNames::GlueNames(const Zone& zone) : serves_(zone.name_count(), false)
{
    // Only addresses at or below a delegation can be glue, and few names have them.
    std::vector<bool> wanted(std::size_t{1} << 16, false);
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if ((node.has(Type::A) || node.has(Type::AAAA)) && (node.hidden_by() || node.is_delegation()))
            wanted[place_of(node.name())] = true;
    }
    std::array<std::string_view, 256> served; // most records name one of a few servers
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        std::optional<RRset> servers = node.in_zone() ? node.find(Type::NS) : std::nullopt;
        if (!servers)
            continue;
        for (Record ns : *servers) {
            Name target = ns.name(ns_target);
            std::size_t place = place_of(target);
            std::string_view& last = served[place % served.size()];
            if (!wanted[place] || last == target.wire())
                continue;
            last = target.wire();
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
