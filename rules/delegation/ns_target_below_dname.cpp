#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_target_below_dname {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::renamed || !in_force(ns.node()))
        return;
    Name target = ns.name(ns_target);
    Answer answer = ns.zone().look_up(target, Type::A);
    lint.report(ns.at(ns_target), "the name server `{}` lies below a DNAME, so it is only an alias", target)
        .note(answer.rrset->front().place(), "the DNAME")
        .help("name the server by a name that does not lie below it");
}
} // namespace

extern const Rule rule{
    .name = "ns-target-below-dname",
    .summary = "An NS record points to a name below a DNAME.",
    .why = "The DNAME turns every name below it into an alias, and a name server must not be one. "
           "BIND refuses the zone.",
    .effect = "servers refuse the zone, or resolvers do not reach the name server",
    .references = {rfc("2181", "10.3"), rfc("6672", "2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
old   DNAME new
lab   NS    ns.old
lab   NS    ns1
)",
    .good = R"(
old   DNAME new
lab   NS    ns.new
lab   NS    ns1
ns.new A    192.0.2.3
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::ns_target_below_dname
