#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::glue_missing {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::no_glue || !in_force(ns.node()))
        return;
    Name target = ns.name(ns_target);
    lint.report(ns.at(ns_target), "the name server `{}` lies inside of the delegated `{}`, and its address is not here",
                target, ns.owner())
        .help("add its A or AAAA record here, too: nobody can ask the server for its own address");
}
} // namespace

extern const Rule rule{
    .name = "glue-missing",
    .summary = "A delegation names a server below itself without giving its address.",
    .why = "To find the server's address a resolver would have to ask that very server. Knot "
           "refuses the zone, BIND only warns.",
    .effect = "resolvers cannot reach the delegated zone through this server",
    .references = {rfc("1034", "4.2.1"), rfc("9471", "3.1"), rfc("1912", "2.3")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
lab NS ns.lab
lab NS ns1
)",
    .good = R"(
lab    NS ns.lab
lab    NS ns1
ns.lab A  192.0.2.53
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::glue_missing
