#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec3_missing {

namespace {
// What opt-out may leave out (RFC 5155 6): delegations without DS, and names that lead to nothing
// else.
bool may_be_left_out(const Node& node)
{
    return !node.has_records() || (node.is_delegation() && !node.has(Type::DS));
}

void check(const Zone& zone, Lint& lint)
{
    Nsec3Chain chain = nsec3_chain(zone);
    if (!chain.present) {
        std::optional<RRset> set = zone.apex_node().find(Type::NSEC3PARAM);
        if (set && set->size() == 1 && has_signatures(zone) && !zone.incomplete() &&
            !zone.apex_node().has(Type::NSEC) && set->front().number(field(Type::NSEC3PARAM, "hash-algorithm")) == 1 &&
            set->front().number(field(Type::NSEC3PARAM, "iterations")) <= 2500)
            lint.report(set->front().data_place(), "no NSEC3 record of the zone has these parameters")
                .help("sign the zone again");
        return;
    }
    for (const Node& node : nsec3_names(zone)) {
        dnssec::HashedName hash = dnssec::hash_name(node.name(), chain.salt, chain.iterations);
        std::size_t at = chain.at_or_before(hash);
        if (chain.hashes[at] == hash || node.uncertain())
            continue;
        if ((chain.links[at].number(nsec3::flags) & 1) != 0 && may_be_left_out(node))
            continue;
        if (node.has_records())
            lint.report(node.first_record().owner_place(),
                        "`{}` has no NSEC3 record, so the chain denies that it exists", node.name())
                .note(chain.links[at].place(), "this one covers its hash")
                .help("sign the zone again");
        else
            lint.report(zone.anchor(), "the empty non-terminal `{}` has no NSEC3 record", node.name())
                .note(chain.links[at].place(), "this one covers its hash")
                .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "nsec3-missing",
    .summary = "A name of a signed zone has no NSEC3 record.",
    .why = "The NSEC3 record before its hash proves to validators that the name does not exist.",
    .effect = "validating resolvers believe that the name does not exist, or answer SERVFAIL",
    .references = {rfc("5155", "7.1")},
    .level = Level::error,
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 0 - 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom A RRSIG
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
@     NSEC   ns1 NS SOA RRSIG NSEC DNSKEY
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3_missing
