#include "dnssec/validate.h"
#include "rules/dnssec/shared/signed.h"

#include <algorithm>

namespace zonevet::rules::cds_and_cdnskey_differ {

namespace {
constexpr Field cds_tag = field(Type::CDS, "key-tag");
constexpr Field cds_algorithm = field(Type::CDS, "algorithm");
constexpr Field key_algorithm = field(Type::CDNSKEY, "algorithm");

using Keys = std::vector<std::uint32_t>; // algorithm and tag

std::uint32_t key_of_cds(const Record& cds)
{
    return cds.number(cds_algorithm) << 16 | cds.number(cds_tag);
}
std::uint32_t key_of_cdnskey(const Record& key)
{
    std::uint32_t algorithm = key.number(key_algorithm);
    return algorithm == 0 ? 0 : algorithm << 16 | dnssec::key_tag(key.rdata());
}

std::optional<Record> first_without(const RRset& set, std::uint32_t (*key)(const Record&),
                                    const Keys& others)
{
    for (Record record : set)
        if (!std::binary_search(others.begin(), others.end(), key(record)))
            return record;
    return {};
}

Keys all(const RRset& set, std::uint32_t (*key)(const Record&))
{
    Keys keys;
    for (Record record : set)
        keys.push_back(key(record));
    std::sort(keys.begin(), keys.end());
    return keys;
}

void check(const RRset& cds, Lint& lint)
{
    std::optional<RRset> cdnskey = cds.node().find(Type::CDNSKEY);
    if (!cdnskey)
        return;
    if (std::optional<Record> lone = first_without(cds, key_of_cds, all(*cdnskey, key_of_cdnskey)))
        lint.report(*lone, "there is a CDS record for the key {}, but no CDNSKEY record",
                    lone->number(cds_tag))
            .note(cdnskey->front().place(), "CDNSKEY has other keys");
    if (std::optional<Record> lone = first_without(*cdnskey, key_of_cdnskey, all(cds, key_of_cds)))
        lint.report(*lone, "there is a CDNSKEY record for the key {}, but no CDS record",
                    dnssec::key_tag(lone->rdata()))
            .note(cds.front().place(), "CDS has other keys");
}
} // namespace

extern const Rule rule{
    .name = "cds-and-cdnskey-differ",
    .summary = "The CDS and the CDNSKEY records of a zone name different keys.",
    .why = "Both must say the same; a parent that sees them differ does nothing, or takes the one "
           "it prefers.",
    .effect = "the parent does not update DS, or not as was meant",
    .references = {rfc("7344", "4"), rfc("8078", "4")},
    .level = Level::error,
    .types = {Type::CDS},
    .bad = R"(
@     CDS     12345 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
@     CDNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .good = R"(
@     CDS     0 0 0 00
@     CDNSKEY 0 3 0 AA==
)",
    .check = check,
};

} // namespace zonevet::rules::cds_and_cdnskey_differ
