#include "rules/delegation/shared/name_server.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace zonevet::rules {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_octet(std::string_view label)
{
    return label.size() <= 3 && std::all_of(label.begin(), label.end(), is_digit);
}

bool is_ip6(std::string_view label)
{
    auto allowed = [](char c) { return is_digit(c) || c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    return std::all_of(label.begin(), label.end(), allowed) && std::count(label.begin(), label.end(), ':') >= 2;
}

bool has_address(Node node)
{
    return node.has(Type::A) || node.has(Type::AAAA);
}

// An address in the child's part of this file: glue.
Server behind_cut(const Zone& zone, Name target, Node cut, Node owner)
{
    std::optional<Node> glue = zone.find(target);
    if (glue && has_address(*glue))
        return Server::fine;
    if (zone.incomplete() || (glue && (glue->is_untold(Type::A) || glue->is_untold(Type::AAAA))))
        return Server::elsewhere;
    return cut == owner ? Server::no_glue : Server::no_sibling_glue;
}

} // namespace

bool looks_like_address(Name name)
{
    std::string_view first = name.first_label();
    if (is_ip6(first))
        return true;
    if (name.label_count() < 4)
        return false;
    for (std::size_t i = 0; i < 4; ++i)
        if (!is_octet(name.label(i)))
            return false;
    return true;
}

std::string address_in(Name name)
{
    std::string text(name.first_label());
    if (!is_ip6(text))
        for (std::size_t i = 1; i < 4; ++i)
            text.append(1, '.').append(name.label(i));
    return text;
}

bool in_force(const Node& node)
{
    return node.is_apex() || (node.is_delegation() && !node.name().is_wildcard());
}

Server server_of(const Record& ns)
{
    return server_of(ns.node(), ns.name(ns_target));
}

bool has_sound_server(const Record& ns)
{
    // Most records of a large zone name one of a few servers, and what lies outside of the zone.
    struct Memo {
        std::uint64_t zone = 0;
        std::string_view target; // in the zone's store
    };
    thread_local std::array<Memo, 256> memos;
    Name target = ns.name(ns_target);
    std::string_view wire = target.wire();
    std::uint64_t zone = ns.zone().serial();
    std::uint64_t start = 0;
    std::memcpy(&start, wire.data(), std::min<std::size_t>(wire.size(), 8));
    Memo& memo = memos[((start + wire.size()) * 0x9E3779B97F4A7C15) >> 56];
    if (memo.zone == zone && memo.target == wire)
        return true;
    Server server = server_of(ns.node(), target);
    if (server != Server::fine && server != Server::elsewhere)
        return false;
    memo = {zone, wire};
    return true;
}

Server server_of(const Node& owner, Name target)
{
    const Zone& zone = owner.zone();
    if (target.is_root())
        return Server::root;
    if (looks_like_address(target))
        return Server::address;
    if (!target.is_at_or_below(zone.apex())) // most of a large zone; look_up_address() would say so more slowly
        return Server::elsewhere;
    Answer answer = zone.look_up_address(target);
    if (answer.by_wildcard && zone.incomplete())
        return Server::elsewhere; // the name itself may stand in what is not known
    switch (answer.is) {
    case Existence::found:
        return answer.by_wildcard ? Server::by_wildcard : Server::fine;
    case Existence::alias:
        return answer.rrset->type() == Type::DNAME ? Server::renamed : Server::alias;
    case Existence::no_such_type:
    case Existence::no_such_name:
        return Server::missing;
    case Existence::delegated:
        return behind_cut(zone, target, *answer.node, owner);
    case Existence::unknown:
        break;
    }
    return Server::elsewhere;
}

} // namespace zonevet::rules
