#include "lint/rule.h"

namespace zonevet::rules::key_beside_cname {

namespace {

void check(const Node& node, Lint& lint)
{
    if (!node.has(Type::CNAME))
        return;
    lint.report(node.find(Type::KEY)->front().type_place(), "{} is an alias and has a KEY record too", node.name())
        .help("put the KEY record at the target of the alias");
}

} // namespace

extern const Rule rule{
    .name = "key-beside-cname",
    .summary = "A KEY record stands beside a CNAME.",
    .why =
        "RFC 3007 allows it for the keys of dynamic updates. Knot and NSD refuse the zone, and so do versions of BIND "
        "that are to come.",
    .references = {rfc("3007", "3.1.1"), rfc("2181", "10.1")},
    .level = Level::info,
    .types = {Type::KEY},
    .bad = R"(
www CNAME ns1
www KEY 256 3 8 AwEAAcGQwqOAfFaCHYuQAYxU2z9WRlDT
)",
    .good = R"(
www CNAME ns1
ns3 KEY 256 3 8 AwEAAcGQwqOAfFaCHYuQAYxU2z9WRlDT
)",
    .check = check,
};

} // namespace zonevet::rules::key_beside_cname
