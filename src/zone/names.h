// Every distinct name once. Ids are given in the order of first use; a name's ancestors always come
// before it, so one pass over the ids sees parents first. Names are kept as they were first spelt and
// found without regard to ASCII case.
#pragma once

#include "base/pod_vector.h"
#include "dns/name.h"

#include <cstdint>
#include <vector>

namespace zonevet {

class NameTable {
public:
    NameTable(); // holds the root as 0

    // The id of the name, entering it and its missing ancestors.
    std::uint32_t enter(Name name);
    // The id, or `none`.
    std::uint32_t find(Name name) const;

    Name name(std::uint32_t id) const;
    std::uint32_t parent(std::uint32_t id) const { return parents_[id]; }
    std::size_t size() const { return parents_.size(); }
    // Enters all names of another table, in its order; their ids here.
    std::vector<std::uint32_t> enter_all(const NameTable& other);

    static constexpr std::uint32_t none = 0xffffffff;

private:
    std::uint64_t begin(std::uint32_t id) const { return places_[id] >> 8; }
    std::size_t length(std::uint32_t id) const { return places_[id] & 0xff; }
    std::uint64_t end(std::uint32_t id) const { return begin(id) + length(id); }
    std::uint32_t find(Name name, std::uint32_t hash) const;
    std::uint32_t add(Name name, std::uint32_t hash, std::uint64_t begin);
    std::uint32_t add(Name name, std::uint32_t hash, std::uint64_t begin, std::uint32_t parent);
    void grow();

    PodVector<std::uint32_t> parents_; // per name
    PodVector<std::uint64_t> places_;  // per name: where its wire form begins in wires_ << 8 | its length
    PodVector<char> wires_;            // of names; ancestors entered with one lie inside of its wire form
    PodVector<std::uint64_t> slots_;   // hash << 32 | id + 1; 0: free
    std::size_t mask_ = 0;
};

} // namespace zonevet
