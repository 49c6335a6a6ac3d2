#include "rules/cname/shared/alias.h"

#include <vector>

namespace zonevet::rules::cname_loop {

namespace {

Name target_of(Node alias)
{
    return alias.find(Type::CNAME)->front().name(cname_target);
}

std::optional<Node> next(Node alias)
{
    return next_alias(alias.zone(), target_of(alias));
}

// "b", or "x.old -> x.new" where a DNAME or a wildcard answers for the target.
std::string way_to(Node next, Name target)
{
    return target == next.name() ? target.text() : fmt::format("{} -> {}", target, next.name());
}

void report(Node start, Lint& lint)
{
    std::string way = start.name().text();
    std::size_t steps = 0;
    Node alias = start;
    do {
        Name target = target_of(alias);
        alias = *next(alias);
        if (++steps <= 8)
            way += fmt::format(" -> {}", steps == 8 ? "..." : way_to(alias, target));
    } while (alias != start);
    Record record = start.find(Type::CNAME)->front();
    if (record.name(cname_target) == start.name())
        return; // cname-to-itself
    Draft& draft = lint.report(record.at(cname_target), "aliases lead in a circle: {}", way);
    alias = *next(start);
    for (std::size_t i = 1; i < steps && i <= 5; ++i, alias = *next(alias))
        draft.note(alias.find(Type::CNAME)->front().at(cname_target), "leads on");
    Answer answer = start.zone().look_up(record.name(cname_target), Type::CNAME);
    if (answer.is == Existence::alias)
        draft.note(answer.rrset->front().place(), "the DNAME on the way");
    draft.help("let one of them lead out of the circle, or give it an address instead of the CNAME");
}

// Each alias has one follower, so a walk that meets its own steps has found a circle.
void check(const Zone& zone, Lint& lint)
{
    std::vector<std::uint32_t> walk; // per name: the walk that came by; made when first needed
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node start(zone, NameId{id});
        if (!start.in_zone() || !start.has(Type::CNAME) || start.hidden_by())
            continue;
        if (!walk.empty() && walk[id] != 0)
            continue;
        std::optional<Node> alias = next(start);
        if (!alias)
            continue;
        if (walk.empty())
            walk.resize(zone.name_count(), 0);
        walk[id] = id + 1;
        while (alias && walk[static_cast<std::uint32_t>(alias->id())] == 0) {
            walk[static_cast<std::uint32_t>(alias->id())] = id + 1;
            alias = next(*alias);
        }
        if (alias && walk[static_cast<std::uint32_t>(alias->id())] == id + 1)
            report(*alias, lint);
    }
}

} // namespace

extern const Rule rule{
    .name = "cname-loop",
    .summary = "Aliases lead in a circle, perhaps through a wildcard or a DNAME.",
    .why = "Resolvers go round until they give up and answer SERVFAIL. Servers load such a zone "
           "without a word.",
    .effect = "none of the names on the way resolves",
    .references = {rfc("1034", "3.6.2"), rfc("1034", "5.2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www CNAME web
web CNAME www
)",
    .good = R"(
www CNAME web
web CNAME ns1
)",
    .check = check,
};

} // namespace zonevet::rules::cname_loop
