// Names of the reverse tree: octets below in-addr.arpa, nibbles below ip6.arpa.
#pragma once

#include "dns/name.h"

#include <string_view>

namespace zonevet::rules {

inline constexpr Name in_addr_arpa(std::string_view("\7in-addr\4arpa", 14));
inline constexpr Name ip6_arpa(std::string_view("\3ip6\4arpa", 10));

inline bool is_reverse_name(Name name)
{
    std::string_view wire = name.wire(); // a quick look first: nearly all names are not
    return wire.size() >= 10 && (wire[wire.size() - 2] | 0x20) == 'a' &&
           (name.is_at_or_below(in_addr_arpa) || name.is_at_or_below(ip6_arpa));
}

inline bool is_digits(std::string_view label)
{
    return !label.empty() && label.find_first_not_of("0123456789") == std::string_view::npos;
}

// "_http._tcp.2.0.192.in-addr.arpa": services and their browsing domains (RFC 6763) may stand
// anywhere.
inline bool has_underscore_label(Name name)
{
    for (; !name.is_root(); name = name.parent())
        if (name.first_label().starts_with('_'))
            return true;
    return false;
}

} // namespace zonevet::rules
