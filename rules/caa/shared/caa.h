// CAA records: the tags that are registered, and the value of the issue family taken apart
// (RFC 8659 4.2).
#pragma once

#include "lint/rule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace zonevet::rules {

inline constexpr Field caa_flags = field(Type::CAA, "flags");
inline constexpr Field caa_tag = field(Type::CAA, "tag");
inline constexpr Field caa_value = field(Type::CAA, "value");

// Tags are compared without regard to case (RFC 8659 4.1).
bool same_tag(std::string_view a, std::string_view b);
// issue, issuewild, issuemail, issuevmc: their value names a certification authority.
bool names_issuer(std::string_view tag);
bool is_known_tag(std::string_view tag);
// The registered tag that was probably meant, or empty.
std::string_view intended_tag(std::string_view tag);

struct IssuerMistake {
    std::size_t from = 0, to = 0; // octets of the value
    std::string_view what;        // "a CA is named without a final dot"
    std::string_view fix;         // text for the octets, may be empty
    bool fixable = false;
    std::string_view help = "the form is `ca.example` or `ca.example; name=value; name=value`";
};

struct Issuer {
    std::string_view domain; // empty: nobody may issue
    std::optional<IssuerMistake> mistake;
};
Issuer read_issuer(std::string_view value);

} // namespace zonevet::rules
