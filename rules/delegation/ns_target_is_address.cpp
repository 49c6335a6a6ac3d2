#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_target_is_address {

namespace {
void check(const Record& ns, Lint& lint)
{
    Name target = ns.name(ns_target);
    if (!looks_like_address(target) || !in_force(ns.node()))
        return;
    Draft& draft = lint.report(ns.at(ns_target), "an NS record takes a name; this is read as the name `{}`", target);
    if (lint.describing())
        draft.help(fmt::format("name the server and give the name the address {}", address_in(target)));
}
} // namespace

extern const Rule rule{
    .name = "ns-target-is-address",
    .summary = "An NS record holds an IP address.",
    .why = "The address is read as a name, with the zone's name behind it when there is no final "
           "dot. That name has no address, so nobody reaches the server; BIND only warns.",
    .effect = "resolvers never reach this name server",
    .references = {rfc("1035", "3.3.11")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
lab NS 192.0.2.53
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

} // namespace zonevet::rules::ns_target_is_address
