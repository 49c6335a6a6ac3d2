// What several DNSSEC rules ask of a zone. A zone that has keys but no signatures is the input of a
// signer: nothing is missing in it.
#pragma once

#include "lint/rule.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zonevet::rules {

namespace rrsig {
inline constexpr Field covered = field(Type::RRSIG, "type-covered");
inline constexpr Field algorithm = field(Type::RRSIG, "algorithm");
inline constexpr Field labels = field(Type::RRSIG, "labels");
inline constexpr Field expiration = field(Type::RRSIG, "expiration");
inline constexpr Field inception = field(Type::RRSIG, "inception");
inline constexpr Field key_tag = field(Type::RRSIG, "key-tag");
inline constexpr Field signer = field(Type::RRSIG, "signer");
} // namespace rrsig

// The apex has DNSKEY and RRSIG records.
bool has_signatures(const Zone& zone);
// The zone answers for the set itself: no glue, no NS of a delegation, nothing below a cut.
bool is_authoritative(const Node& node, Type type);
// Data that a proof of non-existence must cover: not a name that has only NSEC3 or nothing.
bool has_own_data(const Node& node);

inline Type covered_type(const Record& signature)
{
    return static_cast<Type>(signature.number(rrsig::covered));
}
// The zone's keys that may have made a signature.
std::vector<Record> keys_for(const Record& signature);
// Signatures of `type` at the node; valid until the next call of this thread.
const std::vector<Record>& signatures_over(const Node& node, Type type);

// Of a DNSKEY or CDNSKEY record: the flags are of a zone key, and the protocol is 3.
bool has_usual_form(const Record& key);
// Of a CDS or CDNSKEY record: it asks the parent to remove DS (RFC 8078), rightly written or not.
bool asks_for_removal(const Record& record);

// A time of an RRSIG as seconds since 1970, taken to be the one nearest to `today` (RFC
// 4034 3.1.5).
std::int64_t seconds_of(std::uint32_t time, std::int64_t today);
// "2026-01-15".
std::string date_text(std::int64_t seconds);

} // namespace zonevet::rules
