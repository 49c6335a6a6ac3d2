#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec_missing {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Node apex = zone.apex_node();
    if (!has_signatures(zone) || zone.incomplete())
        return;
    if (!apex.has(Type::NSEC)) {
        if (!apex.has(Type::NSEC3PARAM) && !apex.uncertain())
            lint.report(zone.anchor(), "`{}` is signed, but its apex has neither NSEC nor NSEC3PARAM", zone.apex())
                .help("sign the zone again");
        return;
    }
    for (const Node& node : nsec_names(zone))
        if (!node.has(Type::NSEC) && !node.uncertain())
            lint.report(node.first_record().owner_place(),
                        "`{}` has no NSEC record, so the chain denies that it exists", node.name())
                .help("sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "nsec-missing",
    .summary = "A name of a signed zone has no NSEC record.",
    .why = "The NSEC record before it proves to validators that the name does not exist, and "
           "questions for types "
           "that it does not have cannot be answered.",
    .effect = "validating resolvers believe that the name does not exist, or answer SERVFAIL",
    .references = {rfc("4035", "2.3")},
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
@     NSEC   ns1 NS SOA RRSIG NSEC DNSKEY
ns1   NSEC   @ A RRSIG NSEC
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
ns2   NSEC   @ A RRSIG NSEC
)",
    .check = check,
};

} // namespace zonevet::rules::nsec_missing
