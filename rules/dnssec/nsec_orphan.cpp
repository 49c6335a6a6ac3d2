#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec_orphan {

namespace {
void check(const RRset& set, Lint& lint)
{
    Node node = set.node();
    if (!has_signatures(set.zone()))
        return;
    if (node.hidden_by())
        lint.report(set.front().type_place(), "`{}` is below a delegation and may have no NSEC record", node.name())
            .note(node.hidden_by()->first_record().place(), "the delegation")
            .help("sign the zone again");
    else if (!has_own_data(node) && !set.zone().incomplete() && !node.uncertain())
        lint.report(set.front().type_place(), "the NSEC record of `{}` speaks for a name that has no data", node.name())
            .help("sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "nsec-orphan",
    .summary = "An NSEC record stands at a name that has no data in this zone.",
    .why = "It is left from an earlier signing and contradicts the rest of the chain.",
    .effect = "validating resolvers may refuse denials",
    .references = {rfc("4035", "2.3")},
    .types = {Type::NSEC},
    .bad = R"(
$TTL 3600
@     SOA    ns1 hostmaster 2026010100 4h 1h 14d 1h
@     NS     ns1
@     NS     ns2
ns1   A      192.0.2.1
ns2   A      192.0.2.2
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC   ns1 NS SOA RRSIG NSEC DNSKEY
gone  NSEC   @ A RRSIG NSEC
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
ns1   NSEC   ns2 A RRSIG NSEC
)",
    .check = check,
};

} // namespace zonevet::rules::nsec_orphan
