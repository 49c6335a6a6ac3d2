#include "lint/rule.h"

namespace zonevet::rules::ns_wildcard {

namespace {
void check(const RRset& servers, Lint& lint)
{
    if (servers.owner().is_wildcard() && !servers.node().hidden_by())
        lint.report(servers.front().owner_place(), "the wildcard `{}` cannot be delegated", servers.owner())
            .help("delegate each name, or serve them from this zone");
}
} // namespace

extern const Rule rule{
    .name = "ns-wildcard",
    .summary = "A wildcard owns NS records.",
    .why = "What they mean is not defined. BIND refuses the zone; other servers each do something "
           "else.",
    .effect = "BIND refuses the zone",
    .references = {rfc("4592", "4.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::NS},
    .bad = R"(
*.lab NS ns1
*.lab NS ns2
)",
    .good = R"(
lab NS ns1
lab NS ns2
)",
    .check = check,
};

} // namespace zonevet::rules::ns_wildcard
