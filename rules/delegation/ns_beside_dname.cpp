#include "lint/rule.h"

namespace zonevet::rules::ns_beside_dname {

namespace {
void check(const RRset& dname, Lint& lint)
{
    Node node = dname.node();
    std::optional<RRset> servers = node.is_apex() || node.hidden_by() ? std::nullopt : node.find(Type::NS);
    if (!servers)
        return;
    lint.report(dname.front().type_place(), "`{}` is delegated and has a DNAME as well", dname.owner())
        .note(servers->front().place(), "delegated here")
        .help("keep one of the two; in the delegated zone the DNAME may stand at the apex");
}
} // namespace

extern const Rule rule{
    .name = "ns-beside-dname",
    .summary = "A name inside the zone has both NS and DNAME records.",
    .why = "The name would be a delegation and an alias of everything below it. Knot and NSD "
           "refuse the zone.",
    .effect = "Knot and NSD refuse the zone",
    .references = {rfc("6672", "2.3")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DNAME},
    .bad = R"(
lab NS    ns1
lab NS    ns2
lab DNAME new
)",
    .good = R"(
lab   DNAME new
plant NS    ns1
plant NS    ns2
)",
    .check = check,
};

} // namespace zonevet::rules::ns_beside_dname
