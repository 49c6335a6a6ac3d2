#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_target_by_wildcard {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::by_wildcard || !in_force(ns.node()))
        return;
    Name target = ns.name(ns_target);
    Answer answer = ns.zone().look_up_address(target);
    lint.report(ns.at(ns_target), "only a wildcard gives the name server `{}` an address", target)
        .note(answer.rrset->front().place(), "the wildcard")
        .help("give the name server its own address record");
}
} // namespace

extern const Rule rule{
    .name = "ns-target-by-wildcard",
    .summary = "The address of a name server comes from a wildcard.",
    .why = "A wildcard mostly points to a web server, so the name is misspelt or its record was "
           "removed and nobody noticed. Servers add no address from a wildcard to a referral.",
    .effect = "resolvers ask a machine that is no name server",
    .references = {rfc("1034", "4.3.3"), rfc("1912", "2.7")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = {Type::NS},
    .bad = R"(
@ NS ns3
* A  192.0.2.80
)",
    .good = R"(
@   NS ns3
*   A  192.0.2.80
ns3 A  192.0.2.3
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::ns_target_by_wildcard
