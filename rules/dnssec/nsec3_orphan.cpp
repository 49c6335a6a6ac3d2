#include "rules/dnssec/shared/denial.h"

#include <algorithm>

namespace zonevet::rules::nsec3_orphan {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Nsec3Chain chain = nsec3_chain(zone);
    if (!chain.present)
        return;
    std::vector<bool> used(chain.links.size());
    for (const Node& node : nsec3_names(zone)) {
        dnssec::HashedName hash = dnssec::hash_name(node.name(), chain.salt, chain.iterations);
        std::size_t at = chain.at_or_before(hash);
        if (chain.hashes[at] == hash)
            used[at] = true;
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i])
            lint.report(chain.links[i].owner_place(), "no name of the zone has the hash of this NSEC3 record")
                .help("sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "nsec3-orphan",
    .summary = "An NSEC3 record belongs to no name of the zone.",
    .why = "It is left from a name that was removed after signing. Answers about that name can no "
           "longer be "
           "proven.",
    .effect = "validating resolvers answer SERVFAIL for the removed name",
    .references = {rfc("5155", "7.1")},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
00000000000000000000000000000000 NSEC3 1 0 0 - 00000000000000000000000000000000 A RRSIG
)",
    .good = R"(
$TTL 3600
@     SOA    ns1 hostmaster 2026010100 4h 1h 14d 1h
@     NS     ns1
@     NS     ns2
ns1   A      192.0.2.1
ns2   A      192.0.2.2
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
onib9mgub9h0rml3cdf5bgrj59dkjhvk NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk NS SOA RRSIG DNSKEY NSEC3PARAM
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3_orphan
