// What an address is for, where it is not an address of the internet (the registries of RFC 6890).
#pragma once

#include "base/few.h"
#include "dns/types.h"

#include <string>
#include <string_view>

namespace zonevet {

enum class Purpose : std::uint8_t {
    global,
    unspecified,   // 0.0.0.0, ::
    this_network,  // 0.0.0.0/8
    loopback,      // 127.0.0.0/8, ::1
    link_local,    // 169.254.0.0/16, fe80::/10
    multicast,     // 224.0.0.0/4, ff00::/8
    reserved,      // 240.0.0.0/4, fec0::/10 (deprecated site-local)
    private_use,   // RFC 1918, fc00::/7
    shared,        // 100.64.0.0/10
    documentation, // RFC 5737, RFC 3849, RFC 9637
    mapped,        // ::ffff:0:0/96, ::/96
    six_to_four,   // 2002::/16
    teredo,        // 2001::/32
    translated     // 64:ff9b::/96
};

// `octets`: 4 of an A record or 16 of an AAAA record.
Purpose purpose_of(std::string_view octets);
// "192.0.2.1", "2001:db8::1".
std::string address_text(std::string_view octets);

inline constexpr Few<Type, 24> address_types = {Type::A, Type::AAAA};

} // namespace zonevet
