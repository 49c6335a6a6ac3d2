// A hash table over whole wire forms with open addressing. The hash folds case by setting bit 5 of
// every octet, which also maps a few other octets together; the comparison decides.
#include "zone/names.h"

#include "base/failure.h"

#include <cstring>

namespace zonevet {

namespace {

std::uint32_t hash_of(Name name)
{
    std::string_view wire = name.wire();
    constexpr std::uint64_t fold = 0x2020202020202020;
    std::uint64_t hash = wire.size() * 0x9E3779B97F4A7C15;
    std::size_t i = 0;
    std::uint64_t part;
    for (; i + 8 <= wire.size(); i += 8) {
        std::memcpy(&part, wire.data() + i, 8);
        hash = (hash ^ (part | fold)) * 0xFF51AFD7ED558CCD;
        hash ^= hash >> 32;
    }
    if (i < wire.size()) {
        part = 0;
        std::memcpy(&part, wire.data() + i, wire.size() - i);
        hash = (hash ^ (part | fold)) * 0xFF51AFD7ED558CCD;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 29));
}

} // namespace

NameTable::NameTable()
{
    mask_ = 63;
    slots_.resize(mask_ + 1, 0);
    wires_.push_back('\0');
    add(Name(), hash_of(Name()), 0, 0);
}

Name NameTable::name(std::uint32_t id) const
{
    std::uint64_t place = places_[id];
    return Name({wires_.data() + (place >> 8), place & 0xff});
}

std::uint32_t NameTable::find(Name name, std::uint32_t hash) const
{
    for (std::size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
        std::uint64_t value = slots_[slot];
        if (value == 0)
            return none;
        if (static_cast<std::uint32_t>(value >> 32) != hash)
            continue;
        std::uint32_t id = static_cast<std::uint32_t>(value) - 1;
        if (this->name(id) == name)
            return id;
    }
}

std::uint32_t NameTable::find(Name name) const
{
    return find(name, hash_of(name));
}

std::uint32_t NameTable::enter(Name name)
{
    std::uint32_t hash = hash_of(name);
    std::uint32_t id = find(name, hash);
    if (id != none)
        return id;
    std::uint64_t begin = wires_.size();
    wires_.append(name.wire().data(), name.wire().size());
    return add(name, hash, begin);
}

// Missing ancestors first, from the top down, so that parents have smaller ids. They end the wire form.
std::uint32_t NameTable::add(Name name, std::uint32_t hash, std::uint64_t begin)
{
    Name above = name.parent();
    std::uint32_t hash_above = hash_of(above);
    std::uint32_t parent = find(above, hash_above);
    if (parent == none)
        parent = add(above, hash_above, begin + name.wire().size() - above.wire().size());
    return add(name, hash, begin, parent);
}

std::uint32_t NameTable::add(Name name, std::uint32_t hash, std::uint64_t begin, std::uint32_t parent)
{
    if ((parents_.size() + 1) * 4 > (mask_ + 1) * 3)
        grow();
    std::uint32_t id = static_cast<std::uint32_t>(parents_.size());
    parents_.push_back(parent);
    places_.push_back(begin << 8 | name.wire().size());
    std::size_t slot = hash & mask_;
    while (slots_[slot] != 0)
        slot = (slot + 1) & mask_;
    slots_[slot] = static_cast<std::uint64_t>(hash) << 32 | (id + 1);
    return id;
}

std::vector<std::uint32_t> NameTable::enter_all(const NameTable& other)
{
    std::vector<std::uint32_t> ids(other.size());
    for (std::uint32_t first = 0, last; first < ids.size(); first = last + 1) {
        // Those that were entered with one name end where it ends, and it is the last of them.
        last = first;
        while (last + 1 < ids.size() && other.end(last + 1) == other.end(first))
            ++last;
        ids[last] = enter(other.name(last));
        for (std::uint32_t id = last; id > first; --id)
            ids[id - 1] = parent(ids[id]);
    }
    return ids;
}

// Ids have 32 bits, and each name adds at most 255 octets, so that places of wire forms fit as well.
void NameTable::grow()
{
    constexpr std::size_t most = std::size_t{1} << 32;
    std::size_t size = (mask_ + 1) * 2;
    if (size > most)
        throw Failure("this zone has more than {} names, with those above them", parents_.size());
    PodVector<std::uint64_t> slots;
    slots.resize(size, 0);
    mask_ = size - 1;
    for (std::uint64_t value : slots_) {
        if (value == 0)
            continue;
        std::size_t slot = static_cast<std::uint32_t>(value >> 32) & mask_;
        while (slots[slot] != 0)
            slot = (slot + 1) & mask_;
        slots[slot] = value;
    }
    slots_ = std::move(slots);
}

} // namespace zonevet
