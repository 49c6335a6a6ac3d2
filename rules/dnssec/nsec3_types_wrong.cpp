#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec3_types_wrong {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Nsec3Chain chain = nsec3_chain(zone);
    if (!chain.present)
        return;
    for (const Node& node : nsec3_names(zone)) {
        if (node.uncertain())
            continue;
        dnssec::HashedName hash = dnssec::hash_name(node.name(), chain.salt, chain.iterations);
        std::size_t at = chain.at_or_before(hash);
        if (chain.hashes[at] != hash)
            continue;
        const Record& link = chain.links[at];
        std::vector<Type> listed = types_in(link.bytes(nsec3::types));
        std::vector<Type> there = types_for_nsec3(node);
        if (listed == there)
            continue;
        TypesDiffer differ = compare_types(listed, there);
        if (!differ.missing.empty())
            lint.report(link.at(nsec3::types), "the NSEC3 record of `{}` does not list {}, which the name has",
                        node.name(), list_text(differ.missing))
                .help("sign the zone again");
        else if (differ.extra != std::vector{Type::RRSIG}) // a missing signature has its own finding
            lint.report(link.at(nsec3::types), "the NSEC3 record of `{}` lists {}, which the name does not have",
                        node.name(), list_text(differ.extra))
                .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "nsec3-types-wrong",
    .summary = "An NSEC3 record lists other types than its name has.",
    .why = "A type that is not listed is proven not to exist; one that is listed but missing "
           "cannot be answered.",
    .effect = "validating resolvers deny records that exist, or answer SERVFAIL",
    .references = {rfc("5155", "3.1.8"), rfc("5155", "7.1")},
    .level = Level::error,
    .bad = R"(
$TTL 3600
@     SOA    ns1 hostmaster 2026010100 4h 1h 14d 1h
@     NS     ns1
@     NS     ns2
ns1   A      192.0.2.1
ns2   A      192.0.2.2
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
onib9mgub9h0rml3cdf5bgrj59dkjhvk NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk NS SOA MX RRSIG DNSKEY NSEC3PARAM
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

} // namespace zonevet::rules::nsec3_types_wrong
