// The owner of an SRV record taken apart: `_service._protocol.domain` (RFC 2782), and the ways in
// which it is commonly written wrong.
#pragma once

#include "dns/name.h"

#include <string_view>

namespace zonevet::rules {

struct ServiceName {
    enum class Shape : std::uint8_t {
        service,           // _sip._tcp.example.com
        instance,          // Printer._ipp._tcp.example.com (RFC 6763), *._tcp.example.com
        swapped,           // _tcp._sip.example.com
        joined,            // _sip_tcp.example.com
        service_bare,      // sip._tcp.example.com
        protocol_bare,     // _sip.tcp.example.com
        both_bare,         // sip.tcp.example.com, when sip is known
        protocol_misspelt, // _sip._tpc.example.com
        protocol_missing,  // _sip.example.com
        other_protocol,    // _pres._xmpp.example.com
        none               // host.example.com
    };

    Shape shape = Shape::none;
    std::string_view service, protocol; // without underscore; what can be told of them
    Name domain;                        // what follows
};

ServiceName service_name(Name owner);

// The transport labels under which clients look services up.
bool is_transport(std::string_view label); // "tcp"

} // namespace zonevet::rules
