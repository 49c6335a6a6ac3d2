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
    return key.number(key_algorithm) << 16 | dnssec::key_tag(key.rdata());
}

bool has(const Keys& keys, std::uint32_t key)
{
    return std::binary_search(keys.begin(), keys.end(), key);
}

// The first that is not among the others; of `only` these keys, if it is there.
std::optional<Record> first_without(const RRset& set, std::uint32_t (*key)(const Record&), const Keys& others,
                                    const Keys* only)
{
    for (Record record : set)
        if (!has(others, key(record)) && (only == nullptr || has(*only, key(record))))
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

// Said by cds-delete-malformed.
bool asks_for_both(const RRset& set)
{
    for (Record record : set)
        if (asks_for_removal(record) != asks_for_removal(set.front()))
            return true;
    return false;
}

void report_removal(const Record& removes, const Record& keeps, Lint& lint)
{
    lint.report(removes.data_place(), "this asks the parent to remove DS while a {} record names a key to keep",
                keeps.type())
        .note(keeps.place(), "the key to keep")
        .help("say the same in both types");
}

void report_key(const Place& place, Type type, std::uint32_t tag, Type other, const std::optional<Record>& instead,
                Lint& lint)
{
    Draft& draft = lint.report(place, "the {} records name the key with the key tag `{}`, the {} records do not", type,
                               tag, other);
    if (instead)
        draft.note(instead->place(), "they name this one");
    draft.help(fmt::format("add the {} record of that key, or remove this one", other));
}

void check(const RRset& cds, Lint& lint)
{
    Node node = cds.node();
    std::optional<RRset> cdnskey = node.find(Type::CDNSKEY);
    if (!cdnskey || cds.zone().incomplete() || node.uncertain() || asks_for_both(cds) || asks_for_both(*cdnskey))
        return;
    Record first = cds.front(), other = cdnskey->front();
    if (asks_for_removal(first) != asks_for_removal(other)) {
        bool by_cds = asks_for_removal(first);
        report_removal(by_cds ? first : other, by_cds ? other : first, lint);
        return;
    }
    if (asks_for_removal(first))
        return;
    // A key that the zone does not have is told by cds-key-missing.
    std::optional<RRset> dnskey = node.find(Type::DNSKEY);
    Keys keys = dnskey ? all(*dnskey, key_of_cdnskey) : Keys();
    const Keys* only = dnskey ? &keys : nullptr;
    std::optional<Record> lone_cds = first_without(cds, key_of_cds, all(*cdnskey, key_of_cdnskey), only);
    std::optional<Record> lone_key = first_without(*cdnskey, key_of_cdnskey, all(cds, key_of_cds), only);
    if (lone_cds)
        report_key(lone_cds->at(cds_tag), Type::CDS, lone_cds->number(cds_tag), Type::CDNSKEY, lone_key, lint);
    else if (lone_key)
        report_key(lone_key->type_place(), Type::CDNSKEY, dnssec::key_tag(lone_key->rdata()), Type::CDS, {}, lint);
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
