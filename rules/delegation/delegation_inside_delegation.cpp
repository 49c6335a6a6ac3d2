#include "rules/delegation/shared/glue.h"

#include "lint/rule.h"

namespace zonevet::rules::delegation_inside_delegation {

namespace {
void check(const RRset& set, Lint& lint)
{
    Node node = set.node();
    std::optional<Node> cut = delegation_above(node);
    if (!cut || (set.type() == Type::DS && node.has(Type::NS)))
        return;
    lint.report(set.front().place(), "this delegation has no effect: `{}` above it is delegated already", cut->name())
        .note(cut->find(Type::NS)->front().place(), "delegated here")
        .help(set.type() == Type::NS ? "it belongs in the zone of that delegation" : "remove it");
}
} // namespace

extern const Rule rule{
    .name = "delegation-inside-delegation",
    .summary = "A name below a delegation is delegated once more.",
    .why = "Resolvers are sent to the servers of the upper one and never see the lower. When "
           "those do not delegate it too, the name does not exist.",
    .effect = "the lower delegation is never served",
    .references = {rfc("1034", "4.2.1"), rfc("2181", "6")},
    .level = Level::warning,
    .types = {Type::NS, Type::DS},
    .bad = R"(
lab   NS ns1
lab   NS ns2
a.lab NS ns1
a.lab NS ns2
)",
    .good = R"(
lab NS ns1
lab NS ns2
a   NS ns1
a   NS ns2
)",
    .check = check,
};

} // namespace zonevet::rules::delegation_inside_delegation
