// Proofs of non-existence: type bit maps and the two kinds of chains.
#pragma once

#include "dnssec/validate.h"
#include "rules/dnssec/shared/signed.h"

#include <string_view>

namespace zonevet::rules {

namespace nsec3 {
inline constexpr Field hash_algorithm = field(Type::NSEC3, "hash-algorithm");
inline constexpr Field flags = field(Type::NSEC3, "flags");
inline constexpr Field iterations = field(Type::NSEC3, "iterations");
inline constexpr Field salt = field(Type::NSEC3, "salt");
inline constexpr Field next = field(Type::NSEC3, "next");
inline constexpr Field types = field(Type::NSEC3, "types");

// A field without its length octet: salt, next.
inline std::string_view octets(const Record& record, Field field)
{
    std::string_view bytes = record.bytes(field);
    return bytes.empty() ? bytes : bytes.substr(1);
}
} // namespace nsec3

// The types in a bit map (RFC 4034 4.1.2), ascending.
std::vector<Type> types_in(std::string_view bit_map);
// The types that the bit map of the name must list, ascending.
std::vector<Type> types_for_nsec(const Node& node);
std::vector<Type> types_for_nsec3(const Node& node);

struct TypesDiffer {
    std::vector<Type> missing; // from the bit map
    std::vector<Type> extra;
};
TypesDiffer compare_types(const std::vector<Type>& listed, const std::vector<Type>& there);
// "MX", "MX and TXT", "A, MX and TXT".
std::string list_text(const std::vector<Type>& types);

// The names that need an NSEC record, in canonical order.
std::vector<Node> nsec_names(const Zone& zone);

struct Nsec3Chain {
    bool present = false; // the apex has NSEC3PARAM and there are records for it
    std::string_view salt;
    unsigned iterations = 0;
    std::vector<dnssec::HashedName> hashes; // ascending, of the owners
    std::vector<Record> links;              // in the same order
    // The link with the hash, or the one that covers it.
    std::size_t at_or_before(const dnssec::HashedName& hash) const;
    bool has(const dnssec::HashedName& hash) const { return hashes[at_or_before(hash)] == hash; }
};
Nsec3Chain nsec3_chain(const Zone& zone);
// The names that need an NSEC3 record: those with data and the empty non-terminals.
std::vector<Node> nsec3_names(const Zone& zone);

} // namespace zonevet::rules
