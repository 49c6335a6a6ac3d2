// The fields of the SOA, and periods as a person reads them.
#pragma once

#include "dns/rdata.h"
#include "lint/rule.h"

namespace zonevet::rules {

inline constexpr Field soa_mname = field(Type::SOA, "mname");
inline constexpr Field soa_rname = field(Type::SOA, "rname");
inline constexpr Field soa_serial = field(Type::SOA, "serial");
inline constexpr Field soa_refresh = field(Type::SOA, "refresh");
inline constexpr Field soa_retry = field(Type::SOA, "retry");
inline constexpr Field soa_expire = field(Type::SOA, "expire");
inline constexpr Field soa_minimum = field(Type::SOA, "minimum");

// RFC 1982 and RFC 2181 8: intervals are counted with 31 bits.
inline constexpr std::uint32_t longest_period = 2147483647;

// A timer that another rule calls senseless; comparisons with it would only repeat that.
inline bool is_senseless(std::uint32_t period)
{
    return period == 0 || period > longest_period;
}

} // namespace zonevet::rules
