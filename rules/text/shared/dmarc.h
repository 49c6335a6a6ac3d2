// DMARC policies (RFC 7489, RFC 9989).
#pragma once

#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"

#include <optional>

namespace zonevet::rules {

// "_dmarc.example.com.", where receivers look.
bool is_dmarc_owner(Name owner);
// Begins with the version, as receivers read it.
bool is_dmarc(const Record& txt);

} // namespace zonevet::rules
