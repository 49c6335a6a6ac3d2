#include "rules/dnssec/shared/denial.h"

#include "base/ascii.h"

#include <algorithm>
#include <numeric>

namespace zonevet::rules {

namespace {

// More work than any zone in use asks for is not done (RFC 9276: validators stop at 150).
constexpr std::uint32_t most_iterations = 2500;

bool is_empty_non_terminal(const Node& node)
{
    return node.in_zone() && !node.has_records() && !node.hidden_by() && !node.uncertain();
}

// Base32 with the alphabet of RFC 4648 7; false when the label is no hash.
bool read_hash(std::string_view label, dnssec::HashedName& hash)
{
    if (label.size() != 32)
        return false;
    std::uint32_t bits = 0;
    int count = 0;
    std::size_t at = 0;
    for (char c : label) {
        char lower = ascii_lower(c);
        int value = lower >= '0' && lower <= '9' ? lower - '0' : lower >= 'a' && lower <= 'v' ? lower - 'a' + 10 : -1;
        if (value < 0)
            return false;
        bits = bits << 5 | static_cast<std::uint32_t>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            hash[at++] = static_cast<char>(bits >> count & 255);
        }
    }
    return true;
}

bool less(const dnssec::HashedName& a, const dnssec::HashedName& b)
{
    return std::string_view(a.data(), a.size()) < std::string_view(b.data(), b.size());
}

} // namespace

std::vector<Type> types_in(std::string_view map)
{
    std::vector<Type> types;
    while (map.size() >= 2) {
        unsigned window = static_cast<unsigned char>(map[0]);
        std::size_t length = std::min<std::size_t>(static_cast<unsigned char>(map[1]), map.size() - 2);
        for (unsigned i = 0; i < length * 8; ++i)
            if (static_cast<unsigned char>(map[2 + i / 8]) & (0x80U >> i % 8))
                types.push_back(static_cast<Type>(window << 8 | i));
        map.remove_prefix(2 + length);
    }
    return types;
}

std::vector<Type> types_for_nsec(const Node& node)
{
    std::vector<Type> types;
    bool cut = node.is_delegation();
    for (RRset set : node.rrsets())
        if (!cut || set.type() == Type::NS || set.type() == Type::DS || set.type() == Type::RRSIG ||
            set.type() == Type::NSEC)
            if (set.type() != Type::NSEC3)
                types.push_back(set.type());
    return types;
}

std::vector<Type> types_for_nsec3(const Node& node)
{
    std::vector<Type> types;
    bool cut = node.is_delegation();
    for (RRset set : node.rrsets()) {
        Type type = set.type();
        if (type == Type::NSEC || type == Type::NSEC3)
            continue;
        // The signature of a delegation's NSEC is not in the map of its NSEC3.
        if (cut && type != Type::NS && type != Type::DS && !(type == Type::RRSIG && node.has(Type::DS)))
            continue;
        types.push_back(type);
    }
    return types;
}

TypesDiffer compare_types(const std::vector<Type>& listed, const std::vector<Type>& there)
{
    TypesDiffer differ;
    std::set_difference(there.begin(), there.end(), listed.begin(), listed.end(), std::back_inserter(differ.missing));
    std::set_difference(listed.begin(), listed.end(), there.begin(), there.end(), std::back_inserter(differ.extra));
    return differ;
}

std::string list_text(const std::vector<Type>& types)
{
    std::string text;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (i > 0)
            text += i + 1 == types.size() ? " and " : ", ";
        text += type_text(types[i]);
    }
    return text;
}

std::vector<Node> nsec_names(const Zone& zone)
{
    std::vector<Node> names;
    for (NameId id : zone.canonical_order())
        if (Node node = zone.node(id); has_own_data(node))
            names.push_back(node);
    return names;
}

std::vector<Node> nsec3_names(const Zone& zone)
{
    std::vector<Node> names;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id)
        if (Node node = zone.node(NameId{id}); has_own_data(node) || is_empty_non_terminal(node))
            names.push_back(node);
    return names;
}

std::size_t Nsec3Chain::at_or_before(const dnssec::HashedName& hash) const
{
    auto after = std::upper_bound(hashes.begin(), hashes.end(), hash, less);
    return after == hashes.begin() ? hashes.size() - 1 : static_cast<std::size_t>(after - hashes.begin()) - 1;
}

Nsec3Chain nsec3_chain(const Zone& zone)
{
    Nsec3Chain chain;
    std::optional<RRset> set = zone.apex_node().find(Type::NSEC3PARAM);
    if (!set || !has_signatures(zone) || zone.incomplete())
        return chain;
    Record parameters = set->front();
    chain.salt = nsec3::octets(parameters, field(Type::NSEC3PARAM, "salt"));
    chain.iterations = parameters.number(field(Type::NSEC3PARAM, "iterations"));
    if (set->size() > 1 || chain.iterations > most_iterations ||
        parameters.number(field(Type::NSEC3PARAM, "hash-algorithm")) != 1)
        return chain; // between two chains, or one that cannot be computed
    std::vector<dnssec::HashedName> hashes;
    std::vector<Record> links;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        std::optional<RRset> records = node.in_zone() ? node.find(Type::NSEC3) : std::nullopt;
        dnssec::HashedName hash{};
        if (!records || !node.parent().is_apex() || !read_hash(node.name().first_label(), hash))
            continue;
        for (Record link : *records)
            if (link.number(nsec3::hash_algorithm) == 1 && link.number(nsec3::iterations) == chain.iterations &&
                nsec3::octets(link, nsec3::salt) == chain.salt) {
                hashes.push_back(hash);
                links.push_back(link);
                break;
            }
    }
    std::vector<std::size_t> order(hashes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return less(hashes[a], hashes[b]); });
    for (std::size_t i : order) {
        chain.hashes.push_back(hashes[i]);
        chain.links.push_back(links[i]);
    }
    chain.present = !chain.links.empty();
    return chain;
}

} // namespace zonevet::rules
