// DKIM keys (RFC 6376, RFC 8301, RFC 8463).
#pragma once

#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"

#include <string>
#include <string_view>

namespace zonevet::rules {

// "selector._domainkey.example.com."; also with a selector of several labels.
bool is_dkim_owner(Name owner);

struct DkimKey {
    enum class Is : std::uint8_t { valid, not_base64, cut_short, not_a_key };
    Is is = Is::valid;
    std::size_t bits = 0;   // of an RSA modulus
    std::size_t octets = 0; // of the decoded value
    std::size_t bad_at = 0; // not_base64: which character of the value
};
DkimKey read_dkim_key(std::string_view type, std::string_view value);

} // namespace zonevet::rules
