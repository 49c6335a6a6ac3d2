#include "dnssec/validate.h"
#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::cds_key_missing {

namespace {
constexpr Field cds_tag = field(Type::CDS, "key-tag");
constexpr Field cds_algorithm = field(Type::CDS, "algorithm");
constexpr Field cds_digest_type = field(Type::CDS, "digest-type");
constexpr Field cds_digest = field(Type::CDS, "digest");
constexpr Field key_algorithm = field(Type::DNSKEY, "algorithm");
constexpr Field key_flags = field(Type::DNSKEY, "flags");
constexpr Field public_key = field(Type::DNSKEY, "key");

enum class Match : std::uint8_t { none, tag, all };

// How far `key` is the one that the CDS record describes.
Match match(const Record& cds, const Record& key)
{
    if (cds.number(cds_algorithm) != key.number(key_algorithm) || cds.number(cds_tag) != dnssec::key_tag(key.rdata()))
        return Match::none;
    std::optional<std::string> digest = dnssec::key_digest(cds.number(cds_digest_type), cds.owner(), key.rdata());
    return !digest || *digest == cds.bytes(cds_digest) ? Match::all : Match::tag;
}

bool is_same_key(const Record& a, const Record& b)
{
    return a.number(key_algorithm) == b.number(key_algorithm) && a.bytes(public_key) == b.bytes(public_key);
}

// Flags or a protocol that no key has, in either of the two, are told by dnskey-flags-wrong and
// dnskey-protocol-wrong.
Match match_of_cdnskey(const Record& cdnskey, const Record& key)
{
    bool told = !has_usual_form(cdnskey) || !has_usual_form(key);
    return key.rdata() == cdnskey.rdata() || (is_same_key(cdnskey, key) && told) ? Match::all : Match::none;
}

std::optional<Record> with_other_flags(const Record& cdnskey, const RRset& keys)
{
    for (Record key : keys)
        if (is_same_key(cdnskey, key) && key.number(key_flags) != cdnskey.number(key_flags))
            return key;
    return {};
}

void check(const Record& record, Lint& lint)
{
    const Zone& zone = record.zone();
    std::optional<RRset> keys = zone.apex_node().find(Type::DNSKEY);
    if (!keys || !record.node().is_apex() || zone.incomplete() || zone.apex_node().uncertain())
        return;
    bool is_cds = record.type() == Type::CDS;
    if (record.number(is_cds ? cds_algorithm : key_algorithm) == 0)
        return;
    Match best = Match::none;
    for (Record key : *keys) {
        best = std::max(best, is_cds ? match(record, key) : match_of_cdnskey(record, key));
    }
    if (best == Match::all)
        return;
    if (best == Match::tag)
        lint.report(record.at(cds_digest), "the digest is not that of the key with the key tag `{}`",
                    record.number(cds_tag))
            .help("make the CDS record again from the DNSKEY record");
    else if (is_cds)
        lint.report(record.at(cds_tag), "no DNSKEY of the zone has the key tag `{}` and the algorithm {}",
                    record.number(cds_tag), algorithm_text(record.number(cds_algorithm)))
            .help("publish the DNSKEY record first, or remove this one");
    else if (std::optional<Record> published = with_other_flags(record, *keys))
        lint.report(record.at(key_flags), "this key is published with the flags `{}`, not `{}`",
                    published->number(key_flags), record.number(key_flags))
            .note(published->at(key_flags), "the DNSKEY record")
            .help("make the CDNSKEY record a copy of the DNSKEY record");
    else
        lint.report(record.type_place(), "the key in this CDNSKEY record is not among the zone's DNSKEY records")
            .help("publish the DNSKEY record first, or remove this one");
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
