// The host an SRV or MX record leads to, judged from the zone alone.
#pragma once

#include "lint/rule.h"

namespace zonevet::rules {

// Surely without an address, for a reason that no rule about the text of the name reports.
bool is_missing_host(const Record& record, Field target);

// The alias (CNAME or DNAME) that answers for the target; nothing when it is none.
std::optional<RRset> alias_of_host(const Record& record, Field target);
// "which is an alias" or "which lies below a DNAME"
std::string_view alias_text(const RRset& alias);

} // namespace zonevet::rules
