// A hash table over whole wire forms with open addressing. The hash folds case by setting bit 5 of
// every octet, which also maps a few other octets together; the comparison decides.
#include "zone/names.h"

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
    add(Name(), hash_of(Name()), 0);
}

Name NameTable::name(std::uint32_t id) const
{
    const char* stored = wires_.data() + entries_[id].wire;
    return Name({stored + 1, static_cast<unsigned char>(*stored)});
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
    // Missing ancestors from the top down, so that parents have smaller ids.
    std::uint32_t parent = enter(name.parent());
    return add(name, hash, parent);
}

std::uint32_t NameTable::add(Name name, std::uint32_t hash, std::uint32_t parent)
{
    if ((entries_.size() + 1) * 4 > (mask_ + 1) * 3)
        grow();
    std::uint32_t id = static_cast<std::uint32_t>(entries_.size());
    std::uint32_t at = static_cast<std::uint32_t>(wires_.size());
    wires_.push_back(static_cast<char>(name.wire().size()));
    wires_.append(name.wire().data(), name.wire().size());
    entries_.push_back({parent, at});
    std::size_t slot = hash & mask_;
    while (slots_[slot] != 0)
        slot = (slot + 1) & mask_;
    slots_[slot] = static_cast<std::uint64_t>(hash) << 32 | (id + 1);
    return id;
}

void NameTable::grow()
{
    std::size_t size = (mask_ + 1) * 2;
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
