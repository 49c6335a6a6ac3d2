// Every distinct name once. Ids are given in the order of first use; a name's ancestors always come
// before it, so one pass over the ids sees parents first. Names are kept as they were first spelt and
// found without regard to ASCII case.
#pragma once

#include "base/pod_vector.h"
#include "dns/name.h"

#include <cstdint>

namespace zonevet {

class NameTable {
public:
    NameTable(); // holds the root as 0

    // The id of the name, entering it and its missing ancestors.
    std::uint32_t enter(Name name);
    // The id, or `none`.
    std::uint32_t find(Name name) const;

    Name name(std::uint32_t id) const;
    std::uint32_t parent(std::uint32_t id) const { return entries_[id].parent; }
    std::size_t size() const { return entries_.size(); }
    std::size_t memory() const;

    static constexpr std::uint32_t none = 0xffffffff;

private:
    struct Entry {
        std::uint32_t parent;
        std::uint32_t wire; // offset into wires_ / 1
    };
    std::uint32_t find(Name name, std::uint32_t hash) const;
    std::uint32_t add(Name name, std::uint32_t hash, std::uint32_t parent);
    void grow();

    PodVector<Entry> entries_;
    PodVector<char> wires_;          // each: length octet of the whole wire form, then the wire form
    PodVector<std::uint64_t> slots_; // hash << 32 | id + 1; 0: free
    std::size_t mask_ = 0;
};

} // namespace zonevet
