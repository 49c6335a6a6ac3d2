#include "rules/names/shared/encoded.h"

#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

// The octets of a name or of data in which one may lie.
bool may_hold_encoded(std::string_view octets)
{
    for (std::size_t at = octets.find("--"); at != std::string_view::npos; at = octets.find("--", at + 1))
        if (at >= 2 && is_encoded_label(octets.substr(at - 2)))
            return true;
    return false;
}

// Whether anything that the zone was read from holds one: most zones do not, and then no name needs a look.
bool texts_hold_encoded(const Zone& zone)
{
    thread_local std::uint64_t asked = 0;
    thread_local bool answer = false;
    if (asked == zone.serial())
        return answer;
    asked = zone.serial();
    answer = may_hold_encoded(zone.apex().wire());
    for (std::uint32_t i = 0; i < zone.sources().size() && !answer; ++i)
        answer = may_hold_encoded(zone.sources()[i].text());
    return answer;
}

void for_labels(Name name, Name stop, const Record& record, const Place& place, const UseLabel& use)
{
    for (; name.wire().size() > stop.wire().size(); name = name.parent())
        if (is_encoded_label(name.first_label()))
            use(record, place, name.first_label());
}

} // namespace

bool has_no_encoded_label(const Node& node)
{
    if (!texts_hold_encoded(node.zone()))
        return true;
    if (may_hold_encoded(node.name().wire()))
        return false;
    for (RRset set : node.rrsets()) {
        if (names_in(set.type()).empty())
            continue;
        for (Record record : set)
            if (may_hold_encoded(record.rdata()))
                return false;
    }
    return true;
}

void for_encoded_labels(const Node& node, const UseLabel& use)
{
    Record first = node.first_record();
    if (!repeats_line(first)) {
        Node above = node;
        do
            above = above.parent();
        while (!above.name().is_root() && !above.has_records());
        for_labels(node.name(), node.is_apex() ? Name() : above.name(), first, first.owner_place(), use);
    }
    for (RRset set : node.rrsets())
        for (Field field : names_in(set.type()))
            for (Record record : set)
                if (!record.name(field).is_at_or_below(record.zone().apex()) && !repeats_line(record))
                    for_labels(record.name(field), Name(), record, record.at(field), use);
}

std::string with_label(std::string_view written, std::string_view label, std::string_view other)
{
    for (std::size_t at = written.find(label); at != std::string_view::npos; at = written.find(label, at + 1)) {
        std::size_t end = at + label.size();
        if ((at == 0 || written[at - 1] == '.') && (end == written.size() || written[end] == '.'))
            return std::string(written.substr(0, at)).append(other).append(written.substr(end));
    }
    return {};
}

} // namespace zonevet::rules
