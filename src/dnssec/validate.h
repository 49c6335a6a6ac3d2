// The cryptography of DNSSEC: key tags, digests of keys, hashed names, signatures and the digest of
// a whole zone. Offline and stateless; the one folder that uses ldns.
#pragma once

#include "zone/zone.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zonevet::dnssec {

// Of the data of a DNSKEY or CDNSKEY record (RFC 4034 appendix B).
std::uint16_t key_tag(std::string_view dnskey);

// The digest in a DS record for the key `dnskey` of `owner`; nothing for a digest type other than
// SHA-1, SHA-256 and SHA-384 (RFC 4034 5.1.4, RFC 4509, RFC 6605).
std::optional<std::string> key_digest(unsigned digest_type, Name owner, std::string_view dnskey);

using HashedName = std::array<char, 20>;
// RFC 5155 5, with SHA-1.
HashedName hash_name(Name name, std::string_view salt, unsigned iterations);

enum class Verdict : std::uint8_t {
    good,
    bad,
    unsupported // an algorithm that is not built in
};
// Whether `rrsig` is the signature of `set` by `dnskey`. Times are not looked at.
Verdict verify(const RRset& set, const Record& rrsig, const Record& dnskey);

// The digest of the whole zone by the scheme SIMPLE (RFC 8976 3.3); `hash` is 1 for SHA-384, 2 for
// SHA-512.
std::string zone_digest(const Zone& zone, unsigned hash);

} // namespace zonevet::dnssec
