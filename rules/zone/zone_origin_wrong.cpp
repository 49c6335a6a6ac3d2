#include "lint/rule.h"
#include "rules/zone/shared/outside.h"

namespace zonevet::rules::zone_origin_wrong {

namespace {

// The name above all owners, for a file without an SOA.
Name common_ancestor(const Zone& zone, Name start)
{
    Name common = start;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (node.has_records() && !node.in_zone())
            while (!node.name().is_at_or_below(common))
                common = common.parent();
    }
    return common;
}

void check(const Zone& zone, Lint& lint)
{
    if (zone.soa())
        return;
    Outside outside = count_outside(zone);
    if (!outside.origin_is_wrong())
        return;
    Draft& draft =
        lint.report(outside.first->owner_place(), "{} of the {} records {} to the zone `{}`",
                    outside.inside == 0 ? "none" : std::to_string(outside.inside), outside.inside + outside.outside,
                    outside.inside == 1 ? "belongs" : "belong", zone.apex());
    if (!lint.describing())
        return;
    Name likely = outside.soa ? outside.soa->owner() : common_ancestor(zone, outside.first->owner());
    if (!likely.is_root())
        draft.help(
            fmt::format("if this is the file of `{}`, check it as that zone; if not, correct the names here", likely));
    if (outside.soa && *outside.soa == *outside.first)
        draft.label(fmt::format("the SOA belongs to `{}`", likely));
    else if (outside.soa)
        draft.note(outside.soa->owner_place(), fmt::format("the SOA belongs to `{}`", likely));
}

} // namespace

extern const Rule rule{
    .name = "zone-origin-wrong",
    .summary = "The records belong to another zone than the one that was asked for.",
    .why = "A server drops all of them as out of zone and then says that the zone has no SOA and "
           "no NS. The configuration names the wrong file, or $ORIGIN names the wrong zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.2"), rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
; zone: example.com.
$ORIGIN example.net.
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .good = R"(
$ORIGIN example.com.
$TTL 3600
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::zone_origin_wrong
