// The host an SRV or MX record leads to, judged from the zone alone.
#pragma once

#include "lint/rule.h"

#include <string>

namespace zonevet::rules {

// The domain somebody registered: "example.com." for "www.example.com.". Empty for a public suffix.
std::string registered_domain(Name name);

// Written without a final dot, most likely: what stands before the origin repeats the origin or
// ends like a name of the public DNS. Rules about missing targets leave it to the rules about dots.
bool looks_like_missing_dot(const Record& record, Field target);

// Four numbers in the place of the host (`MX 10 192.0.2.1`); rules about missing targets leave it
// to the rule about addresses.
bool looks_like_address(const Record& record, Field target);

// Surely without an address, for a reason that no other rule reports.
bool is_missing_host(const Record& record, Field target);

// The alias (CNAME or DNAME) that answers for the target; nothing when it is none.
std::optional<RRset> alias_of_host(const Record& record, Field target);
// ", which is an alias" or ", which lies below a DNAME"
std::string_view alias_text(const RRset& alias);

} // namespace zonevet::rules
