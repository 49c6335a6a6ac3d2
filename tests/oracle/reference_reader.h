// A second reader of master files, as slow and as plain as it can be: one octet at a time into
// words, words into entries, entries into records. It shares no line with src/, and nothing that it
// found once is kept for the next entry but what RFC 1035 5.1 says is kept: the origin, the owner
// and the TTL.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::test {

struct ReferenceRecord {
    std::string owner; // wire form, in lower case
    std::uint32_t ttl = 0;
    std::uint16_t type = 0;
    std::string data; // wire form
    bool owner_written = true, ttl_written = false, generated = false;
    bool plain = false;    // owner, origin and data are made of letters, digits and inner hyphens
    bool relative = true;  // a word of the data has no final dot
    std::size_t entry = 0; // offset of its entry in its file

    friend bool operator==(const ReferenceRecord&, const ReferenceRecord&) = default;
};

// Contents by name; $INCLUDE finds its files here.
using ReferenceFiles = std::map<std::string, std::string>;

// The records in the order of the text, where zone-format.md and the RFCs leave one way to read it.
// Knows A, NS, CNAME, SOA, PTR, MX, TXT, AAAA, SRV, CAA and the generic form of all types. A record
// whose data are wrong is left out; anything else that is wrong throws std::invalid_argument.
// `origin` is in wire form.
std::vector<ReferenceRecord> read_reference(const ReferenceFiles& files, const std::string& file,
                                            const std::string& origin);

} // namespace zonevet::test
