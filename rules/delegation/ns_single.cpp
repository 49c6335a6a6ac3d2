#include "dns/public_suffix.h"
#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_single {

namespace {

constexpr Name localhost(std::string_view("\11localhost", 11)); // with the root's octet
constexpr Name invalid(std::string_view("\7invalid", 9));

// Zones that every server has for itself, policy zones, catalogues (RFC 6303, RFC 9432 4.1).
bool is_nobody(Name server)
{
    return server.is_root() || server.is_at_or_below(localhost) || server.is_at_or_below(invalid);
}

// Subdomains, reverse and private zones live for decades with one server, and nobody asks for two.
constexpr Option all_zones{"all-zones", Option::Kind::flag, 0, "",
                           "also zones that no registry delegates: subdomains, reverse and private ones"};

bool is_registered(Name apex)
{
    std::string text = apex.text();
    return ends_in_public_suffix(text) && registered_domain(text) + "." == text;
}

void check(const RRset& servers, Lint& lint)
{
    Node node = servers.node();
    if (servers.size() > 1 || !node.is_apex() || node.uncertain() || servers.zone().incomplete() ||
        is_nobody(servers.front().name(ns_target)))
        return;
    if (lint.option(all_zones) == 0 && !is_registered(node.name()))
        return;
    lint.report(servers.front().at(ns_target), "`{}` is the only name server of the zone",
                servers.front().name(ns_target))
        .help("name a second one, on another network");
}
} // namespace

extern const Rule rule{
    .name = "ns-single",
    .summary = "The zone names a single name server.",
    .why = "While it is down or unreachable nothing of the domain works, mail included; "
           "registries ask for two.",
    .effect = "one failure takes the whole zone down",
    .references = {rfc("1034", "4.1"), rfc("2182", "5")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = {Type::NS},
    .options = {all_zones},
    .bad = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   192.0.2.1
)",
    .good = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns.example.net.
ns1 A   192.0.2.1
)",
    .check = check,
};

} // namespace zonevet::rules::ns_single
