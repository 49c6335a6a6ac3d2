#include "lint/rule.h"

namespace zonevet::rules::name_too_deep {

namespace {

constexpr Option max{"max", Option::Kind::number, 8, "", "how many labels a name may have below the zone"};

void check(const Node& node, Lint& lint)
{
    const Zone& zone = node.zone();
    if (zone.is_reverse() || !node.in_zone())
        return;
    std::size_t labels = node.name().label_count() - zone.apex().label_count();
    if (static_cast<std::int64_t>(labels) <= lint.option(max))
        return;
    lint.report(node.first_record().owner_place(), "{} has {} labels below the zone, and {} is the limit", node.name(),
                labels, lint.option(max))
        .help("shorten it, or raise [rules.name-too-deep] max");
}

} // namespace

extern const Rule rule{
    .name = "name-too-deep",
    .summary = "A name has more labels below the zone than your limit.",
    .why =
        "Deep names come from a lost final dot or from a program that nests what it should join; certificates with a "
        "wildcard cover one label only.",
    .effect = "the name is hard to use, and wildcards of certificates do not cover it",
    .references = {rfc("1034", "3.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .options = {max},
    .bad = R"(
a.b.c.d.e.f.g.h.i A 192.0.2.3
)",
    .good = R"(
a.b.c.d.e.f.g.h A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::name_too_deep
