#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

#include <algorithm>
#include <array>

namespace zonevet::rules::rrsig_algorithm_missing {

namespace {
constexpr Field flags = field(Type::DNSKEY, "flags");
constexpr Field key_algorithm = field(Type::DNSKEY, "algorithm");
constexpr std::uint32_t revoked = 128, zone_key = 256;

struct Gap {
    std::size_t count = 0;
    std::optional<RRset> first;
};

void check(const Zone& zone, Lint& lint)
{
    if (!has_signatures(zone) || zone.incomplete())
        return;
    std::vector<Record> keys; // the first of each algorithm
    std::optional<RRset> published = zone.apex_node().find(Type::DNSKEY);
    if (!published)
        return;
    for (Record key : *published) {
        bool other = (key.number(flags) & zone_key) == 0 || (key.number(flags) & revoked) != 0 ||
                     !is_assigned_algorithm(key.number(key_algorithm));
        if (!other && std::none_of(keys.begin(), keys.end(), [&](const Record& one) {
                return one.number(key_algorithm) == key.number(key_algorithm);
            }))
            keys.push_back(key);
    }
    if (keys.size() < 2)
        return; // what has no signature at all is rrsig-missing's
    std::vector<Gap> gaps(keys.size());
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (!node.in_zone() || node.uncertain())
            continue;
        for (RRset set : node.rrsets()) {
            if (set.type() == Type::RRSIG || !is_authoritative(node, set.type()))
                continue;
            const std::vector<Record>& signatures = signatures_over(node, set.type());
            for (std::size_t i = 0; i < keys.size() && !signatures.empty(); ++i)
                if (std::none_of(signatures.begin(), signatures.end(), [&](const Record& one) {
                        return one.number(rrsig::algorithm) == keys[i].number(key_algorithm);
                    })) {
                    ++gaps[i].count;
                    gaps[i].first = gaps[i].first ? gaps[i].first : set;
                }
        }
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (gaps[i].count > 0)
            lint.report(keys[i].at(key_algorithm), "the zone has a key of {}, but {} not signed by it",
                        algorithm_text(keys[i].number(key_algorithm)),
                        gaps[i].count == 1 ? "1 record set is" : fmt::format("{} record sets are", gaps[i].count))
                .note(gaps[i].first->front().place(), "the first of them")
                .help("sign the zone with it too, or take the key out until it is");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-algorithm-missing",
    .summary = "The zone has keys of an algorithm that does not sign all of its records.",
    .why = "A signer must sign all data with each algorithm of the DNSKEY records. Validators that "
           "insist on it "
           "refuse the rest, most often in the middle of an algorithm rollover.",
    .effect = "strict validators answer SERVFAIL",
    .references = {rfc("4035", "2.2"), rfc("6840", "5.11"), rfc("6781", "4.1.4")},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_algorithm_missing
