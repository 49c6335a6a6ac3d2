// The columns behind the views of zone.h. Private to src/zone: nothing outside knows how records are
// kept. About 30 octets a record and the data itself.
#pragma once

#include "base/pod_vector.h"
#include "syntax/problem.h"
#include "syntax/reader.h"
#include "text/source.h"
#include "zone/names.h"
#include "zone/zone.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

// One thread's part of the reading; also the whole.
struct Columns {
    enum Flag : std::uint8_t {
        ttl_written = 1,
        owner_written = 2,
        generated = 4,
        plain = 8,
        relative = 16,
        ttl_unknown = 32,
        serial_unknown = 64
    };

    NameTable names;
    PodVector<std::uint32_t> owner;
    PodVector<std::uint32_t> ttl;
    PodVector<std::uint16_t> type;
    PodVector<std::uint8_t> flags;
    PodVector<std::uint64_t> entry; // Position bits
    PodVector<std::uint64_t> rdata; // offset << 16 | length
    PodVector<char> octets;
    Problems problems;
    std::vector<ControlComment> comments;
    std::vector<std::uint32_t> unreadable; // names with a record that could not be read
    bool incomplete = false;

    std::size_t size() const { return owner.size(); }
};

struct Store {
    std::shared_ptr<Sources> sources;
    std::uint32_t main_source = 0;
    Columns columns;
    std::uint32_t apex = 0;
    bool without_apex = false; // see Coverage
    bool fragment = false;     // the apex is not known

    // Made when reading is done.
    PodVector<std::uint32_t> order;      // record ids by owner id, then type, then file order
    PodVector<std::uint32_t> node_begin; // per name: its first index in `order`; one more at the end
    PodVector<std::uint32_t> cut;        // per name: the delegation or DNAME owner at or above it, or none
    std::vector<bool> uncertain;         // per name; empty when there is none
    std::vector<std::pair<std::uint32_t, std::uint16_t>> untold; // names and types, sorted
    bool reverse = false;                                        // below in-addr.arpa or ip6.arpa
    bool apex_plain = false;                                     // the apex is made of letters, digits and hyphens
    std::uint64_t serial = 0;                                    // of this store, among all that this process made
    PodVector<std::uint8_t> inside;                              // per name: at or below the apex
    PodVector<std::uint8_t> odd;                                 // per name: it has a record that is not plain

    mutable std::once_flag canonical_once;
    mutable std::vector<NameId> canonical;

    Name name(std::uint32_t id) const { return columns.names.name(id); }
    std::string_view data(std::uint32_t record) const
    {
        std::uint64_t packed = columns.rdata[record];
        return {columns.octets.data() + (packed >> 16), packed & 0xffff};
    }
    Type type(std::uint32_t record) const { return static_cast<Type>(columns.type[record]); }
};

// Order, node ranges and cuts from the columns.
void finish(Store& store);

} // namespace zonevet
