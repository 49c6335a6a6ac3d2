#include "dnssec/validate.h"
#include "lint/rule.h"

#include <algorithm>
#include <vector>

namespace zonevet::rules::dnskey_tags_equal {

namespace {
constexpr Field algorithm = field(Type::DNSKEY, "algorithm");

struct Tagged {
    std::uint32_t tag;
    Record key;
};

void check(const RRset& set, Lint& lint)
{
    std::vector<Tagged> keys;
    for (Record key : set)
        keys.push_back({key.number(algorithm) << 16 | dnssec::key_tag(key.rdata()), key});
    std::stable_sort(keys.begin(), keys.end(), [](const Tagged& a, const Tagged& b) { return a.tag < b.tag; });
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i].tag == keys[i - 1].tag && keys[i].key.rdata() != keys[i - 1].key.rdata())
            lint.report(keys[i].key, "two keys of `{}` have the key tag {}", set.owner(), keys[i].tag & 0xffff)
                .note(keys[i - 1].key.place(), "the other key")
                .help("make a new key in place of one of the two");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-tags-equal",
    .summary = "Two keys of a zone have the same algorithm and key tag.",
    .why = "Signers and validators find a key by its tag. With two alike some try only one, and "
           "signing tools "
           "have signed with the wrong one; in 2024 this took .ru offline.",
    .effect = "some validators refuse all answers of the zone",
    .references = {rfc("4034", "B"), rfc("4035", "5.3.1")},
    .types = {Type::DNSKEY},
    .bad = R"(
@     DNSKEY 257 3 13 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAg==
@     DNSKEY 257 3 13 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAQ==
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_tags_equal
