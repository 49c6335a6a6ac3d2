#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::delegation_single_server {

namespace {
void check(const RRset& servers, Lint& lint)
{
    Node node = servers.node();
    if (servers.front().name(ns_target).is_root())
        return; // ns-target-is-root
    if (servers.size() > 1 || !in_force(node) || node.is_apex() || node.uncertain() || servers.zone().incomplete())
        return;
    lint.report(servers.front().at(ns_target), "`{}` is the only name server of `{}`", servers.front().name(ns_target),
                node.name())
        .help("name a second one, on another network");
}
} // namespace

extern const Rule rule{
    .name = "delegation-single-server",
    .summary = "A zone is delegated to a single name server.",
    .why = "While that server is down or unreachable nothing below the name works. Inside one "
           "organisation, or for a load balancer, it may be meant.",
    .effect = "one failure takes the whole delegated zone down",
    .references = {rfc("1034", "4.1"), rfc("2182", "5")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .profile = Profile::strict,
    .types = {Type::NS},
    .bad = R"(
lab NS ns.example.net.
)",
    .good = R"(
lab NS ns.example.net.
lab NS ns.example.org.
)",
    .check = check,
};

} // namespace zonevet::rules::delegation_single_server
