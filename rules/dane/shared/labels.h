// The underscored labels of DANE names.
#pragma once

#include "lint/rule.h"

#include <string>
#include <string_view>

namespace zonevet::rules {

// The two labels before the host in "_25._tcp.mail.example.com.".
struct TlsaOwner {
    bool good = false;
    bool dane_host = false; // some label is "_dane": kept for aliases to point at (RFC 7671 7)
    bool attempt = false;   // some label is a port or a transport
    int port = 0;           // 0 for "*"
    std::string_view what;  // why it is not good
    // The octets of the name that are not, and what to write there; empty: not known.
    std::size_t from = 0, to = 0;
    std::string instead;
};
TlsaOwner read_tlsa_owner(Name owner);
// 56 hexadecimal digits and then `label` (RFC 7929 3, RFC 8162 3).
bool is_hashed_mailbox(Name owner, std::string_view label);

} // namespace zonevet::rules
