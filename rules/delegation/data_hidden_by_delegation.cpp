#include "rules/delegation/shared/glue.h"
#include "rules/dnssec/shared/signed.h"

#include "lint/rule.h"

namespace zonevet::rules::data_hidden_by_delegation {

namespace {

// Addresses may be glue, NS records are the matter of delegation-inside-delegation, and what a signer left there
// is that of nsec-orphan.
bool is_told_elsewhere(const RRset& set)
{
    Type type = set.type();
    return is_address(type) || type == Type::NS || type == Type::DS ||
           (type == Type::NSEC && has_signatures(set.zone()));
}

std::optional<RRset> hidden_data(Node node)
{
    for (RRset set : node.rrsets())
        if (!is_told_elsewhere(set))
            return set;
    return {};
}

void check(const Node& node, Lint& lint)
{
    std::optional<Node> cut = delegation_above(node);
    if (!cut)
        return;
    std::optional<RRset> data = hidden_data(node);
    if (!data)
        return;
    lint.report(data->front().place(), "this {} record is never served: `{}` is delegated", data->type(), cut->name())
        .note(cut->find(Type::NS)->front().place(), "delegated here")
        .help("it belongs in the zone of the delegation");
}

} // namespace

extern const Rule rule{
    .name = "data-hidden-by-delegation",
    .summary = "A record lies below a delegation and is never served.",
    .why = "Whoever asks is sent to the servers of the delegated zone. Editing the record here "
           "changes nothing; it belongs in that zone, or the delegation is a mistake.",
    .effect = "the record is never served",
    .references = {rfc("1034", "4.2.1"), rfc("2181", "6.1")},
    .level = Level::warning,
    .bad = R"(
lab     NS    ns1
lab     NS    ns2
www.lab CNAME ns1
)",
    .good = R"(
lab NS    ns.lab
lab NS    ns2
www CNAME ns1
ns.lab A  192.0.2.53
)",
    .check = check,
};

} // namespace zonevet::rules::data_hidden_by_delegation
