#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::nsec_and_nsec3 {

namespace {
void check(const RRset& parameters, Lint& lint)
{
    std::optional<RRset> nsec = parameters.node().find(Type::NSEC);
    if (nsec && parameters.node().is_apex() && has_signatures(parameters.zone()))
        lint.report(nsec->front().type_place(), "`{}` has both NSEC and NSEC3", parameters.owner())
            .note(parameters.front().place(), "this asks for NSEC3")
            .help("keep the chain of one kind and sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "nsec-and-nsec3",
    .summary = "A zone has NSEC records and an NSEC3PARAM record.",
    .why = "Servers choose one of the chains, not all the same one. The other is stale after the "
           "next change.",
    .effect = "denials may come from a stale chain",
    .references = {rfc("5155", "7.1"), rfc("5155", "10.4")},
    .types = {Type::NSEC3PARAM},
    .bad = R"(
$TTL 3600
@     SOA    ns1 hostmaster 2026010100 4h 1h 14d 1h
@     NS     ns1
@     NS     ns2
ns1   A      192.0.2.1
ns2   A      192.0.2.2
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC   ns1 NS SOA RRSIG NSEC DNSKEY NSEC3PARAM
@     NSEC3PARAM 1 0 0 -
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
)",
    .check = check,
};

} // namespace zonevet::rules::nsec_and_nsec3
