#include "rules/delegation/shared/name_server.h"
#include "rules/names/shared/targets.h"
#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_primary_missing {

namespace {

// The rules of NS records speak of the same name already.
bool is_name_server(Node apex, Name primary)
{
    std::optional<RRset> servers = apex.find(Type::NS);
    if (!servers)
        return false;
    for (Record ns : *servers)
        if (ns.name(ns_target) == primary)
            return true;
    return false;
}

void check(const Record& soa, Lint& lint)
{
    Node apex = soa.node();
    Name primary = soa.name(soa_mname);
    if (!apex.is_apex())
        return;
    Server server = server_of(apex, primary);
    bool alias = server == Server::alias || server == Server::renamed;
    if ((server != Server::missing && !alias) || is_name_server(apex, primary) || is_miswritten(soa, soa_mname))
        return;
    lint.report(soa.at(soa_mname), "the primary `{}` {}", primary,
                alias ? "is an alias" : "has no address in this zone")
        .help("name the server that the zone is edited on, or one that takes dynamic updates");
}

} // namespace

extern const Rule rule{
    .name = "soa-primary-missing",
    .summary = "The primary that the SOA names has no address.",
    .why = "Dynamic updates go to the primary by this name, and secondaries compare it to know "
           "whom not to notify. A primary that is hidden still has a name.",
    .references = {rfc("1035", "3.3.13"), rfc("2136", "4.3"), rfc("1996", "2")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .types = {Type::SOA},
    .bad = R"(
@   SOA dns hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .good = R"(
@   SOA dns.example.net. hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_primary_missing
