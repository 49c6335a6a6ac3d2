#include "rules/cname/shared/alias.h"

namespace zonevet::rules::dname_loop {

namespace {

constexpr std::size_t longest = 64; // circles of DNAMEs are short

// The DNAME that takes names which this one has redirected.
std::optional<Node> next(Node dname)
{
    const Zone& zone = dname.zone();
    Name target = dname.find(Type::DNAME)->front().name(dname_target);
    if (target.wire().size() + 2 > 255)
        return {};
    std::string below("\1x");
    below += target.wire();
    Answer answer = zone.look_up(Name(below), Type::A);
    if (answer.is != Existence::alias || answer.rrset->type() != Type::DNAME)
        return {};
    return answer.node;
}

void check(const RRset& set, Lint& lint)
{
    Node start = set.node();
    if (start.hidden_by())
        return;
    std::string way = start.name().text();
    std::optional<Node> at = next(start);
    std::size_t steps = 0;
    for (; at && *at != start && ++steps < longest; at = next(*at)) {
        if (at->id() < start.id())
            return; // the first of the circle speaks for all
        if (lint.describing())
            way += fmt::format(" -> {}", at->name());
    }
    if (!at || *at != start)
        return;
    Record dname = set.front();
    if (steps == 0)
        lint.report(dname.at(dname_target), "names below {} are redirected to {} and so below {} again, without end",
                    start.name(), dname.name(dname_target), start.name())
            .help("lead to a name outside of what is redirected");
    else
        lint.report(dname.at(dname_target), "names are redirected in a circle: {} -> {}", way, start.name())
            .help("let one of them lead out of the circle");
}

} // namespace

extern const Rule rule{
    .name = "dname-loop",
    .summary = "A DNAME leads to itself, below itself, or in a circle with others.",
    .why = "Resolvers go round until they give up: SERVFAIL, or YXDOMAIN when the name grows too "
           "long.",
    .effect = "no name below it resolves",
    .references = {rfc("6672", "2.2"), rfc("1034", "5.2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DNAME},
    .bad = R"(
old DNAME sub.old
)",
    .good = R"(
old     DNAME new
www.new A     192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::dname_loop
