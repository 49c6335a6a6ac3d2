// Each command of RFC 2136, 3.4.2, in the order of the script.
#include "formats/update_state.h"

#include "base/ascii.h"
#include "dns/rdata.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::size_t serial_from_end = 20; // the first of the five numbers that end an SOA record

std::uint32_t read_u32(std::string_view octets)
{
    std::uint32_t value = 0;
    for (char c : octets.substr(0, 4))
        value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

std::uint32_t serial_in(const std::string& soa)
{
    return soa.size() < serial_from_end ? 0 : read_u32(std::string_view(soa).substr(soa.size() - serial_from_end));
}

// RFC 2136 3.4.2.2 with RFC 4035 2.5: these may stand beside a CNAME.
bool beside_alias(Type type)
{
    return type == Type::RRSIG || type == Type::NSEC || type == Type::KEY || type == Type::NSEC3;
}

std::vector<const UpdateState::Stored*> in_order(const UpdateState::Set& set)
{
    std::vector<const UpdateState::Stored*> records;
    for (const UpdateState::Stored& record : set.records)
        records.push_back(&record);
    std::sort(records.begin(), records.end(), [](const auto* a, const auto* b) { return a->number < b->number; });
    return records;
}

} // namespace

std::string UpdateState::key(Name name)
{
    return in_lower_case(name.wire());
}

void UpdateState::put(Name owner, Type type, Stored record)
{
    auto [at, is_new] = owners_.try_emplace(key(owner));
    if (is_new) {
        at->second.name = OwnedName(owner);
        at->second.number = names_++;
    }
    auto [set, is_first] =
        at->second.sets.try_emplace(type, Set{std::multiset<Stored, DataOrder>(DataOrder{type}), {}});
    Set& all = set->second;
    if (is_first)
        all.ttl = record.ttl;
    else if (all.ttl != record.ttl)
        all.ttl.reset();
    record.number = all.came++;
    all.records.insert(std::move(record));
}

const UpdateState::Set* UpdateState::find(Name owner, Type type) const
{
    auto at = owners_.find(key(owner));
    if (at == owners_.end())
        return nullptr;
    auto set = at->second.sets.find(type);
    return set == at->second.sets.end() ? nullptr : &set->second;
}

bool UpdateState::has_name(Name owner) const
{
    return owners_.contains(key(owner));
}

void UpdateState::drop(Name owner, Type type)
{
    auto at = owners_.find(key(owner));
    at->second.sets.erase(type);
    if (at->second.sets.empty())
        owners_.erase(at);
}

std::string UpdateState::add(Name owner, Type type, const Stored& record)
{
    auto at = owners_.find(key(owner));
    bool exists = at != owners_.end();
    if (exists && type == Type::CNAME)
        for (const auto& [other, set] : at->second.sets)
            if (other != Type::CNAME && !beside_alias(other))
                return fmt::format("the server ignores it: `{}` has {} records, and a CNAME may "
                                   "not stand beside them",
                                   owner, other);
    if (exists && type != Type::CNAME && !beside_alias(type) && at->second.sets.contains(Type::CNAME))
        return fmt::format("the server ignores it: `{}` is an alias (CNAME), and no other record "
                           "may stand beside it",
                           owner);
    if (type == Type::SOA) {
        if (!is_apex(owner) || find(owner, Type::SOA) == nullptr)
            return "the server ignores an SOA record that is not the zone's own";
        std::uint32_t step = serial_in(record.rdata) - serial();
        if (step == 0 || step >= 0x80000000u)
            return fmt::format("the server ignores an SOA record whose serial is not higher than {}", serial());
    }
    if (type == Type::SOA || type == Type::CNAME || type == Type::DNAME)
        if (exists)
            at->second.sets.erase(type);
    if (exists)
        if (auto set = at->second.sets.find(type); set != at->second.sets.end()) {
            bool same_ttl = set->second.ttl == record.ttl;
            set->second.ttl = record.ttl; // an RRset has one TTL, the newest
            if (set->second.records.contains(record.rdata))
                return same_ttl ? "the record is there already" : "";
        }
    put(owner, type, record);
    return "";
}

std::string UpdateState::remove_name(Name owner)
{
    auto at = owners_.find(key(owner));
    if (at == owners_.end())
        return fmt::format("there is nothing to delete: `{}` has no records", owner);
    std::vector<Type> types;
    for (const auto& [type, set] : at->second.sets)
        if (!is_apex(owner) || (type != Type::SOA && type != Type::NS))
            types.push_back(type);
    for (Type type : types)
        drop(owner, type);
    return types.empty() ? "the server keeps the SOA and NS records of the zone" : "";
}

std::string UpdateState::remove_set(Name owner, Type type)
{
    if (find(owner, type) == nullptr)
        return fmt::format("there is nothing to delete: `{}` has no {} records", owner, type);
    if (is_apex(owner) && (type == Type::SOA || type == Type::NS))
        return fmt::format("the server ignores it: the {} records of the zone cannot be deleted as a whole", type);
    drop(owner, type);
    return "";
}

std::string UpdateState::remove_record(Name owner, Type type, const std::string& rdata)
{
    const Set* found = find(owner, type);
    if (found == nullptr)
        return fmt::format("there is nothing to delete: `{}` has no {} records", owner, type);
    auto [begin, end] = found->records.equal_range(std::string_view(rdata));
    if (begin == end)
        return fmt::format("there is nothing to delete: `{} {}` has other data", owner, type);
    if (type == Type::SOA)
        return "the server ignores it: the SOA record of the zone cannot be deleted";
    bool is_last = begin == found->records.begin() && end == found->records.end();
    if (type == Type::NS && is_apex(owner) && is_last)
        return "the server ignores it: the last NS record of the zone cannot be deleted";
    if (is_last)
        drop(owner, type);
    else
        owners_.find(key(owner))->second.sets.find(type)->second.records.erase(begin, end);
    return "";
}

std::uint32_t UpdateState::serial() const
{
    const Set* soa = find(apex_, Type::SOA);
    return soa == nullptr ? 0 : serial_in(soa->records.begin()->rdata);
}

void UpdateState::raise_serial()
{
    if (find(apex_, Type::SOA) == nullptr)
        return;
    auto& records = owners_.find(key(apex_))->second.sets.find(Type::SOA)->second.records;
    std::uint32_t next = serial() + 1;
    next = next == 0 ? 1 : next;
    auto soa = records.extract(records.begin());
    std::string& octets = soa.value().rdata;
    for (std::size_t i = 0; i < 4; ++i)
        octets[octets.size() - serial_from_end + i] = static_cast<char>(next >> (24 - 8 * i) & 0xff);
    records.insert(std::move(soa));
}

void UpdateState::write(ZoneText& text) const
{
    std::vector<const Owner*> order;
    for (const auto& [key, owner] : owners_)
        order.push_back(&owner);
    std::sort(order.begin(), order.end(), [](const Owner* a, const Owner* b) { return a->number < b->number; });
    for (const Owner* owner : order) {
        std::string name = owner->name.view().text();
        for (const auto& [type, set] : owner->sets)
            for (const Stored* record : in_order(set))
                text.add({name, set.ttl.value_or(record->ttl), type_text(type), rdata_text(type, record->rdata),
                          record->place, false});
    }
}

} // namespace zonevet
