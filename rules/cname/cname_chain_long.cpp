#include "rules/cname/shared/alias.h"

namespace zonevet::rules::cname_chain_long {

namespace {

constexpr Option max{"max", Option::Kind::number, 4, "", "most aliases that may follow one another"};

void check(const RRset& cname, Lint& lint)
{
    // Speaks where the chain first grows too long, seen from its end; so once a chain.
    auto limit = static_cast<std::size_t>(std::max<std::int64_t>(lint.option(max), 1));
    std::optional<Node> alias = next_alias(cname.zone(), cname.front().name(cname_target));
    std::size_t steps = 1;
    while (alias && steps <= limit + 1) {
        alias = next_alias(cname.zone(), alias->find(Type::CNAME)->front().name(cname_target));
        ++steps;
    }
    if (steps != limit + 1)
        return;
    std::string way = cname.owner().text();
    Name target = cname.front().name(cname_target);
    for (std::size_t i = 0; lint.describing() && i < steps; ++i) {
        way += fmt::format(" -> {}", target);
        if (std::optional<Node> next = next_alias(cname.zone(), target))
            target = next->find(Type::CNAME)->front().name(cname_target);
    }
    lint.report(cname.front().at(cname_target), "{} aliases follow one another: {}", steps, way)
        .help("let each of them lead to the last name");
}

} // namespace

extern const Rule rule{
    .name = "cname-chain-long",
    .summary = "Many aliases follow one another.",
    .why = "Each step may cost a query of its own, and resolvers give up after some: 8 in old "
           "ones, 11 or 16 "
           "in those of today.",
    .effect = "lookups take long, and fail with resolvers that give up earlier",
    .references = {rfc("1034", "3.6.2")},
    .level = Level::info,
    .types = {Type::CNAME},
    .options = {max},
    .bad = R"(
a CNAME b
b CNAME c
c CNAME d
d CNAME e
e CNAME ns1
)",
    .good = R"(
a CNAME b
b CNAME c
c CNAME ns1
)",
    .check = check,
};

} // namespace zonevet::rules::cname_chain_long
