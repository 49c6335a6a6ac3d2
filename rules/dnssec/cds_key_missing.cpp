#include "dnssec/validate.h"
#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

#include <algorithm>
#include <map>
#include <set>

namespace zonevet::rules::cds_key_missing {

namespace {
constexpr Field cds_tag = field(Type::CDS, "key-tag");
constexpr Field cds_algorithm = field(Type::CDS, "algorithm");
constexpr Field cds_digest_type = field(Type::CDS, "digest-type");
constexpr Field cds_digest = field(Type::CDS, "digest");
constexpr Field key_algorithm = field(Type::DNSKEY, "algorithm");
constexpr Field key_flags = field(Type::DNSKEY, "flags");
constexpr Field public_key = field(Type::DNSKEY, "key");

// How far one of the zone's keys is the one that a CDS record describes.
enum class Match : std::uint8_t { none, tag, all };

// The zone's keys, found by what a CDS or CDNSKEY record tells of one.
class Keys {
public:
    explicit Keys(const RRset& set)
    {
        for (Record key : set) {
            std::uint32_t algorithm = key.number(key_algorithm);
            by_tag_.emplace(std::pair(algorithm, dnssec::key_tag(key.rdata())), key);
            by_octets_.emplace(std::pair(algorithm, std::string(key.bytes(public_key))), key);
        }
    }

    Match match_of_cds(const Record& cds)
    {
        std::pair<std::uint32_t, std::uint32_t> told(cds.number(cds_algorithm), cds.number(cds_tag));
        if (!by_tag_.contains(told))
            return Match::none;
        const Digests& digests = digests_of(cds.number(cds_digest_type), cds.owner());
        bool is_right = digests.empty() || digests.contains({told, std::string(cds.bytes(cds_digest))});
        return is_right ? Match::all : Match::tag;
    }

    // Flags or a protocol that no key has, in either of the two, are told by dnskey-flags-wrong and
    // dnskey-protocol-wrong.
    bool has(const Record& cdnskey) const
    {
        auto [begin, end] = by_octets_.equal_range(octets_of(cdnskey));
        return std::any_of(begin, end, [&](const auto& pair) {
            bool told = !has_usual_form(cdnskey) || !has_usual_form(pair.second);
            return told || pair.second.rdata() == cdnskey.rdata();
        });
    }

    std::optional<Record> with_other_flags(const Record& cdnskey) const
    {
        auto [begin, end] = by_octets_.equal_range(octets_of(cdnskey));
        for (auto at = begin; at != end; ++at)
            if (at->second.number(key_flags) != cdnskey.number(key_flags))
                return at->second;
        return {};
    }

private:
    using Tag = std::pair<std::uint32_t, std::uint32_t>; // algorithm, key tag
    using Digests = std::set<std::pair<Tag, std::string>>;

    static std::pair<std::uint32_t, std::string> octets_of(const Record& cdnskey)
    {
        return {cdnskey.number(key_algorithm), std::string(cdnskey.bytes(public_key))};
    }

    // Of all keys; empty: nobody here knows digests of this type.
    const Digests& digests_of(std::uint32_t type, Name owner)
    {
        auto [at, is_new] = digests_.try_emplace(type);
        for (auto key = by_tag_.begin(); is_new && key != by_tag_.end(); ++key)
            if (std::optional<std::string> digest = dnssec::key_digest(type, owner, key->second.rdata()))
                at->second.emplace(key->first, std::move(*digest));
        return at->second;
    }

    std::multimap<Tag, Record> by_tag_;
    std::multimap<std::pair<std::uint32_t, std::string>, Record> by_octets_;
    std::map<std::uint32_t, Digests> digests_; // by digest type
};

void check_cds(const Record& cds, Keys& keys, Lint& lint)
{
    Match match = keys.match_of_cds(cds);
    if (match == Match::tag)
        lint.report(cds.at(cds_digest), "the digest is not that of the key with the key tag `{}`", cds.number(cds_tag))
            .help("make the CDS record again from the DNSKEY record");
    else if (match == Match::none)
        lint.report(cds.at(cds_tag), "no DNSKEY of the zone has the key tag `{}` and the algorithm {}",
                    cds.number(cds_tag), algorithm_text(cds.number(cds_algorithm)))
            .help("publish the DNSKEY record first, or remove this one");
}

void check_cdnskey(const Record& cdnskey, const Keys& keys, Lint& lint)
{
    if (keys.has(cdnskey))
        return;
    if (std::optional<Record> published = keys.with_other_flags(cdnskey))
        lint.report(cdnskey.at(key_flags), "this key is published with the flags `{}`, not `{}`",
                    published->number(key_flags), cdnskey.number(key_flags))
            .note(published->at(key_flags), "the DNSKEY record")
            .help("make the CDNSKEY record a copy of the DNSKEY record");
    else
        lint.report(cdnskey.type_place(), "the key in this CDNSKEY record is not among the zone's DNSKEY records")
            .help("publish the DNSKEY record first, or remove this one");
}

void check(const RRset& set, Lint& lint)
{
    const Zone& zone = set.zone();
    std::optional<RRset> published = zone.apex_node().find(Type::DNSKEY);
    if (!published || !set.node().is_apex() || zone.incomplete() || zone.apex_node().uncertain())
        return;
    Keys keys(*published);
    for (Record record : set) {
        if (asks_for_removal(record))
            continue;
        if (record.type() == Type::CDS)
            check_cds(record, keys, lint);
        else
            check_cdnskey(record, keys, lint);
    }
}
} // namespace

extern const Rule rule{
    .name = "cds-key-missing",
    .summary = "A CDS or CDNSKEY record does not agree with any DNSKEY record of the zone.",
    .why = "A parent that takes it over publishes a DS record for a key that the zone does not "
           "have. It should "
           "refuse; one that does not takes the zone offline for validating resolvers.",
    .effect = "validating resolvers cannot resolve the zone, or the parent ignores the record",
    .references = {rfc("7344", "4.1"), rfc("7344", "6.2")},
    .level = Level::error,
    .types = {Type::CDS, Type::CDNSKEY},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     CDS    12345 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .good = R"(
@     DNSKEY  257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     CDNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::cds_key_missing
