#include "rules/delegation/shared/name_server.h"

namespace zonevet::rules::ns_target_is_root {

namespace {
void check(const Record& ns, Lint& lint)
{
    // At the apex it is how zones that nobody asks for are written (policy zones, redirects).
    if (!ns.name(ns_target).is_root() || !ns.node().is_delegation())
        return;
    lint.report(ns.at(ns_target), "`.` is not the name of a server: nobody serves `{}`", ns.owner())
        .help("name a server; for a name that shall not exist, remove the record");
}
} // namespace

extern const Rule rule{
    .name = "ns-target-is-root",
    .summary = "A name is delegated to the root itself.",
    .why = "The root has no address. Resolvers wait, try again and answer that the lookup failed, "
           "where \"no such name\" was meant. Only for SRV and MX does a lone dot mean that there "
           "is no service.",
    .effect = "lookups below the name fail after a wait",
    .references = {rfc("1035", "3.3.11"), rfc("1034", "4.2.1")},
    .level = Level::warning,
    .types = {Type::NS},
    .bad = R"(
lab NS .
)",
    .good = R"(
lab NS ns1
lab NS ns2
)",
    .unless = has_sound_server,
    .check = check,
};

} // namespace zonevet::rules::ns_target_is_root
