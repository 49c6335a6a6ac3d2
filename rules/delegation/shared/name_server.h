// What stands behind the target of an NS record, as far as the zone knows. Each answer is the
// matter of one rule, so one broken target is reported once.
#pragma once

#include "lint/rule.h"

namespace zonevet::rules {

inline constexpr Field ns_target = field(Type::NS, "target");

enum class Server : std::uint8_t {
    fine,            // it has an address
    elsewhere,       // outside of the zone, or not to be known
    address,         // an IP address written where a name belongs
    root,            // "."
    alias,           // owns a CNAME
    renamed,         // below a DNAME
    missing,         // this zone says that it has no address
    no_glue,         // at or below the delegation it serves, without an address beside it
    no_sibling_glue, // below another delegation, without an address here
    by_wildcard      // only a wildcard gives it an address
};

Server server_of(const Record& ns);
// It is fine or elsewhere: what the rules about name servers ask first, once for all of them.
bool has_sound_server(const Record& ns);
// The same for a name that serves `owner` and stands elsewhere (the SOA's primary).
Server server_of(const Node& owner, Name target);

// The zone's own NS set or a delegation that counts: not a wildcard, not below another cut.
bool in_force(const Node& node);

// "192.0.2.1" or "2001:db8::1" at the left of a name: what a name server makes of an address.
bool looks_like_address(Name name);
// The address alone, as written.
std::string address_in(Name name);

} // namespace zonevet::rules
