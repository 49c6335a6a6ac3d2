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

struct DmarcTag {
    std::string_view name;
    std::string_view values; // one letter each, or empty: not judged here
};
const DmarcTag* find_dmarc_tag(std::string_view name);
// The tag that was meant by a name that is none, or empty.
std::string_view dmarc_tag_near(std::string_view name);

} // namespace zonevet::rules
