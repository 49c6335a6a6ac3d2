#include "lint/rule.h"
#include "rules/zone/shared/outside.h"

namespace zonevet::rules::record_outside_zone {

namespace {

constexpr Name invalid(std::string_view("\7invalid", 9)); // with the root's octet

// An SOA that stands alone outside is what soa-missing speaks of.
bool is_soa_alone(Node node)
{
    return node.record_count() == 1 && node.has(Type::SOA);
}

void check(const Zone& zone, Lint& lint)
{
    if (zone.apex().is_below(invalid)) // a stand-in: nothing tells which zone this is
        return;
    bool has_soa = zone.soa().has_value();
    if (!has_soa && origin_is_wrong(zone))
        return;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (node.in_zone() || !node.has_records() || (!has_soa && is_soa_alone(node)))
            continue;
        Record first = node.first_record();
        Draft& draft = lint.report(first.owner_place(), "`{}` is outside of the zone `{}`", node.name(), zone.apex());
        if (node.record_count() > 1)
            draft.note(fmt::format("{} records have this name", node.record_count()));
        draft.help(zone.apex().is_below(node.name())
                       ? "it belongs to the zone above"
                       : "move it to the file of its zone, or correct the name or its $ORIGIN");
    }
}

} // namespace

extern const Rule rule{
    .name = "record-outside-zone",
    .summary = "A record belongs to a name outside of the zone.",
    .why = "BIND and Knot drop it with a line in the log, NSD refuses the zone. Mostly an $ORIGIN "
           "or a name with its final dot came from the file of another zone.",
    .effect = "the record is never served; NSD refuses the zone",
    .references = {rfc("1035", "5.2"), rfc("1034", "4.2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www.example.net. A 192.0.2.3
)",
    .good = R"(
www.example.com. A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::record_outside_zone
