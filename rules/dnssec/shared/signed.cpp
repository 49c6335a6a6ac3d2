#include "rules/dnssec/shared/signed.h"

#include "dnssec/validate.h"

#include <chrono>
#include <map>

namespace zonevet::rules {

namespace {

constexpr Field key_algorithm = field(Type::DNSKEY, "algorithm");

} // namespace

bool has_signatures(const Zone& zone)
{
    return zone.is_signed() && zone.apex_node().has(Type::RRSIG);
}

bool is_authoritative(const Node& node, Type type)
{
    if (node.hidden_by())
        return false;
    return !node.is_delegation() || type == Type::DS || type == Type::NSEC;
}

bool has_own_data(const Node& node)
{
    if (!node.in_zone() || node.hidden_by())
        return false;
    for (RRset set : node.rrsets())
        if (set.type() != Type::NSEC3 && set.type() != Type::RRSIG && set.type() != Type::NSEC)
            return true;
    return false;
}

std::vector<Record> keys_for(const Record& signature)
{
    // Every signature asks, so the keys are kept by algorithm and tag.
    struct Memo {
        std::uint64_t zone = 0;
        std::multimap<std::uint32_t, RecordId> keys;
    };
    thread_local Memo memo;
    const Zone& zone = signature.zone();
    if (memo.zone != zone.serial()) {
        memo = {zone.serial(), {}};
        if (std::optional<RRset> set = zone.apex_node().find(Type::DNSKEY))
            for (Record key : *set)
                memo.keys.emplace(key.number(key_algorithm) << 16 | dnssec::key_tag(key.rdata()), key.id());
    }
    std::vector<Record> keys;
    auto [begin, end] =
        memo.keys.equal_range(signature.number(rrsig::algorithm) << 16 | signature.number(rrsig::key_tag));
    for (auto key = begin; key != end; ++key)
        keys.push_back(zone.record(key->second));
    return keys;
}

const std::vector<Record>& signatures_over(const Node& node, Type type)
{
    constexpr std::size_t few = 16; // of more they are kept by type: each set of the name asks, or each signature
    struct Memo {
        std::uint64_t zone = 0;
        NameId node = no_name;
        std::map<Type, std::vector<Record>> over;
    };
    thread_local Memo memo;
    thread_local std::vector<Record> found;
    found.clear();
    std::optional<RRset> set = node.find(Type::RRSIG);
    if (!set)
        return found;
    if (set->size() <= few) {
        for (Record signature : *set)
            if (covered_type(signature) == type)
                found.push_back(signature);
        return found;
    }
    if (memo.zone != node.zone().serial() || memo.node != node.id()) {
        memo = {node.zone().serial(), node.id(), {}};
        for (Record signature : *set)
            memo.over[covered_type(signature)].push_back(signature);
    }
    auto over = memo.over.find(type);
    return over != memo.over.end() ? over->second : found;
}

bool has_usual_form(const Record& key)
{
    constexpr std::uint32_t zone_key = 256, known = 256 | 128 | 1;
    std::uint32_t flags = key.number(field(Type::DNSKEY, "flags"));
    return (flags & zone_key) != 0 && (flags & ~known) == 0 && key.number(field(Type::DNSKEY, "protocol")) == 3;
}

bool asks_for_removal(const Record& record)
{
    return record.number(record.type() == Type::CDS ? field(Type::CDS, "algorithm") : key_algorithm) == 0;
}

std::int64_t seconds_of(std::uint32_t time, std::int64_t today)
{
    std::int64_t now = today * 86400;
    return now + static_cast<std::int32_t>(time - static_cast<std::uint32_t>(now));
}

std::string date_text(std::int64_t seconds)
{
    using namespace std::chrono;
    year_month_day date{floor<days>(sys_seconds(std::chrono::seconds(seconds)))};
    return fmt::format("{}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

} // namespace zonevet::rules
