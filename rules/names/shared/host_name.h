// Names of hosts: letters, digits and hyphens, no hyphen at the edge of a label (RFC 952, RFC 1123
// 2.1). Servers take any octet in a name; BIND refuses these in certain places (check-names).
#pragma once

#include "lint/rule.h"

#include <cstdint>
#include <string_view>

namespace zonevet::rules {

enum class HostFault : std::uint8_t { none, hyphen, underscore, character, not_ascii };

// The worst fault of one label.
HostFault fault_of(std::string_view label);

struct HostFinding {
    HostFault fault = HostFault::none;
    std::string_view label;
};

// Of the labels of an owner below the apex; those of the apex count for the apex alone, so that a
// zone with an odd name is not reported at every host. Stars have rules of their own, and some
// names are no hosts: gc._msdcs of Active Directory and the _spf labels under which "exists" is
// answered.
HostFinding host_fault_of_owner(const Node& node);
// Of the names in the data that must be hosts; nothing where any name may stand, or where another
// rule has the word.
HostFinding host_fault_of_target(const Record& record, Field field);

// Types whose owner or target names a host.
inline constexpr Few<Type, 24> types_with_host_owner = {Type::A, Type::AAAA, Type::MX};
inline constexpr Few<Type, 24> types_with_host_target = {Type::NS,    Type::SOA, Type::MX, Type::SRV,  Type::PTR,
                                                         Type::AFSDB, Type::RT,  Type::KX, Type::SVCB, Type::HTTPS};

// The set is the first of its name that has a host's type: a name is judged once.
bool is_first_host_set(const RRset& set);

} // namespace zonevet::rules
