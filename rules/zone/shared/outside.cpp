#include "rules/zone/shared/outside.h"

namespace zonevet::rules {

Outside count_outside(const Zone& zone)
{
    Outside result;
    result.complete = !zone.incomplete();
    auto earlier = [](const std::optional<Record>& known, Record record) {
        return !known || record.id() < known->id();
    };
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (!node.has_records())
            continue;
        std::optional<RRset> soa = node.is_apex() ? std::nullopt : node.find(Type::SOA);
        if (soa && earlier(result.soa, soa->front()))
            result.soa = soa->front();
        if (node.in_zone()) {
            result.inside += node.record_count();
            continue;
        }
        result.outside += node.record_count();
        if (Record first = node.first_record(); earlier(result.first, first))
            result.first = first;
    }
    return result;
}

bool origin_is_wrong(const Zone& zone)
{
    return !zone.soa() && count_outside(zone).origin_is_wrong();
}

} // namespace zonevet::rules
