// Service parameters of SVCB and HTTPS records as rules need them.
#pragma once

#include "lint/rule.h"

#include <optional>
#include <string_view>

namespace zonevet::rules {

// SVCB and HTTPS have the same fields; a Field of one serves for the other.
inline constexpr Field svcb_priority = field(Type::SVCB, "priority");
inline constexpr Field svcb_target = field(Type::SVCB, "target");
inline constexpr Field svcb_parameters = field(Type::SVCB, "parameters");

// IANA "Service Parameter Keys".
enum class ServiceKey : std::uint16_t { alpn = 1, ipv4hint = 4, ipv6hint = 6, dohpath = 7 };

// AliasMode (RFC 9460 2.4.1).
inline bool is_alias(const Record& svcb)
{
    return svcb.number(svcb_priority) == 0;
}
// The octets of a parameter's value; nothing when it is not there.
std::optional<std::string_view> parameter(const Record& svcb, ServiceKey key);
// Where one item of its list is written, counted from 0; the parameter, or all of them, when that cannot be told.
Place item_place(const Record& svcb, ServiceKey key, std::size_t index, const Lint& lint);
// Takes the next protocol off the value of `alpn`.
std::string_view next_protocol(std::string_view& alpn);
// The name that serves: the target, or the owner where the target is ".".
Name effective_target(const Record& svcb);
// "_853"
bool is_port_label(std::string_view label);

// The owner is "_dns", "_853._dns.resolver" and the like (RFC 9461).
bool is_dns_service(Name owner);

} // namespace zonevet::rules
