#include "rules/delegation/shared/name_server.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::ns_target_missing {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::missing || !in_force(ns.node()) || is_miswritten(ns, ns_target))
        return;
    Name target = ns.name(ns_target);
    std::optional<Node> node = ns.zone().find(target);
    Draft& draft = lint.report(ns.at(ns_target), "the name server `{}` {} in this zone", target,
                               node ? "has no address" : "does not exist");
    draft.effect(ns.node().is_apex() ? "BIND and Knot refuse the zone" : "resolvers never reach the server");
    if (node && node->has_records())
        draft.note(node->first_record().place(), "what the name holds");
    draft.help("add its A or AAAA record here, or name the server that is meant");
}
} // namespace

extern const Rule rule{
    .name = "ns-target-missing",
    .summary = "An NS record points to a name of this zone that has no address.",
    .why = "Nobody can reach a server without an address. BIND and Knot refuse a zone whose own "
           "name server has none; below a delegation it is a server that never answers.",
    .effect = "BIND and Knot refuse the zone when it is at the apex; resolvers never reach the "
              "server",
    .references = {rfc("1035", "5.2"), rfc("1912", "2.8"), rfc("1034", "4.2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
@ NS ns3
)",
    .good = R"(
@   NS   ns3
ns3 AAAA 2001:db8::3
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::ns_target_missing
