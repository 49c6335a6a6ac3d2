#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_target_is_alias {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::alias || !in_force(ns.node()))
        return;
    Name target = ns.name(ns_target);
    Record alias = ns.zone().look_up(target, Type::A).rrset->front();
    Draft& draft = lint.report(ns.at(ns_target), "the name server `{}` is an alias", target)
                       .note(alias.place(), "the alias")
                       .effect(ns.node().is_apex() ? "BIND refuses the zone" : "resolvers may not reach the server");
    if (lint.describing())
        draft.help(fmt::format("name `{}` here, or give this name its address instead of the CNAME",
                               alias.name(field(Type::CNAME, "target"))));
}
} // namespace

extern const Rule rule{
    .name = "ns-target-is-alias",
    .summary = "An NS record points to a name that is an alias.",
    .why = "Resolvers need not follow an alias to find a name server, and many do not. BIND "
           "refuses a zone whose own name server is one.",
    .effect = "BIND refuses the zone when it is at the apex; resolvers may not reach the server",
    .references = {rfc("2181", "10.3"), rfc("1912", "2.4")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
lab NS    dns
lab NS    ns2
dns CNAME ns1
)",
    .good = R"(
lab NS    ns1
lab NS    ns2
dns CNAME ns1
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::ns_target_is_alias
