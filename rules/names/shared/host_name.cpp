#include "rules/names/shared/host_name.h"

#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

#include <algorithm>
#include <array>

namespace zonevet::rules {

namespace {

constexpr std::array<HostFault, 256> make_table()
{
    std::array<HostFault, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        table[c] = plain       ? HostFault::none
                   : c == '_'  ? HostFault::underscore
                   : c >= 0x80 ? HostFault::not_ascii
                               : HostFault::character;
    }
    return table;
}

constexpr std::array<HostFault, 256> host_faults = make_table();

bool is_spf_label(std::string_view label)
{
    return label == "_spf" || label == "_spf_rate" || label == "_spf_verify";
}

bool is_no_host(Name name, Name apex)
{
    std::size_t labels = name.label_count() - apex.label_count();
    if (labels >= 2 && name.first_label() == "gc" && name.label(1) == "_msdcs")
        return true;
    for (std::size_t i = 0; i < labels; ++i)
        if (is_spf_label(name.label(i)))
            return true;
    return false;
}

} // namespace

HostFault fault_of(std::string_view label)
{
    HostFault worst = HostFault::none;
    for (char c : label)
        worst = std::max(worst, host_faults[static_cast<unsigned char>(c)]);
    if (worst == HostFault::none && (label.front() == '-' || label.back() == '-'))
        return HostFault::hyphen;
    return worst;
}

HostFinding host_fault_of_owner(const Node& node)
{
    Name name = node.name();
    std::size_t end = node.is_apex() ? 1 : node.zone().apex().wire().size();
    HostFinding found;
    for (Name rest = name; rest.wire().size() > end; rest = rest.parent())
        if (HostFault fault = fault_of(rest.first_label()); fault > found.fault && rest.first_label() != "*")
            found = {fault, rest.first_label()};
    if (found.fault == HostFault::none || is_no_host(name, node.zone().apex()))
        return {};
    return found;
}

HostFinding host_fault_of_target(const Record& record, Field field)
{
    if (record.plain())
        return {};
    HostFinding found;
    Type type = record.type();
    if (std::find(types_with_host_target.begin(), types_with_host_target.end(), type) == types_with_host_target.end())
        return found;
    Name target = record.name(field);
    Name apex = record.zone().apex();
    std::size_t end = target.is_at_or_below(apex) ? apex.wire().size() : 1;
    for (Name rest = target; rest.wire().size() > end; rest = rest.parent())
        if (HostFault fault = fault_of(rest.first_label()); fault > found.fault)
            found = {fault, rest.first_label()};
    if (found.fault == HostFault::none)
        return found;
    // Service instances and browsing domains are free text (RFC 6763); other PTR records outside
    // the reverse tree mean whatever their author likes.
    if (type == Type::PTR &&
        (!is_reverse_name(record.owner()) || has_underscore_label(record.owner()) || is_reverse_name(target)))
        return {};
    // Services may be renamed to names with underscores (RFC 9460 2.3).
    if ((type == Type::SVCB || type == Type::HTTPS) && found.fault == HostFault::underscore)
        return {};
    if (holds_foreign_text(record, field) || holds_address(record, field))
        return {};
    return found;
}

bool is_first_host_set(const RRset& set)
{
    Node node = set.node();
    for (Type type : types_with_host_owner)
        if (type < set.type() && node.has(type))
            return false;
    return true;
}

} // namespace zonevet::rules
