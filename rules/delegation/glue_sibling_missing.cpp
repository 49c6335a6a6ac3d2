#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::glue_sibling_missing {

namespace {
void check(const Record& ns, Lint& lint)
{
    if (server_of(ns) != Server::no_sibling_glue || !in_force(ns.node()))
        return;
    Name target = ns.name(ns_target);
    std::optional<Node> cut = ns.zone().look_up(target, Type::A).node;
    lint.report(ns.at(ns_target), "the address of the name server `{}` is known only to the delegated `{}`", target,
                cut->name())
        .note(cut->find(Type::NS)->front().place(), "the delegation")
        .help("add its A or AAAA record here: it saves resolvers a detour");
}
} // namespace

extern const Rule rule{
    .name = "glue-sibling-missing",
    .summary = "The address of a name server lies behind another delegation of this zone.",
    .why = "Resolvers have to ask the other zone's servers first. When each of two delegations is "
           "served from below the other, neither can be reached.",
    .references = {rfc("9471", "3.2"), rfc("1034", "4.2.2")},
    .level = Level::info,
    .types = {Type::NS},
    .bad = R"(
lab    NS ns1
lab    NS ns2
plant  NS ns.lab
plant  NS ns1
)",
    .good = R"(
lab    NS ns1
lab    NS ns2
plant  NS ns.lab
plant  NS ns1
ns.lab A  192.0.2.53
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::glue_sibling_missing
