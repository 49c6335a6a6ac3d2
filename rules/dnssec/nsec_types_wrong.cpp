#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec_types_wrong {

namespace {
constexpr Field types = field(Type::NSEC, "types");

void check(const Record& nsec, Lint& lint)
{
    const Zone& zone = nsec.zone();
    Node node = nsec.node();
    if (!has_signatures(zone) || zone.incomplete() || node.uncertain() || !has_own_data(node))
        return;
    std::vector<Type> listed = types_in(nsec.bytes(types));
    std::vector<Type> there = types_for_nsec(node);
    if (listed == there)
        return;
    TypesDiffer differ = compare_types(listed, there);
    // A missing signature has a finding of its own, and so has a record that stands for nothing.
    if (!differ.missing.empty())
        lint.report(nsec.at(types), "the NSEC record of `{}` does not list {}, which the name has", node.name(),
                    list_text(differ.missing))
            .help("sign the zone again");
    else if (differ.extra != std::vector{Type::RRSIG})
        lint.report(nsec.at(types), "the NSEC record of `{}` lists {}, which the name does not have", node.name(),
                    list_text(differ.extra))
            .help("sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "nsec-types-wrong",
    .summary = "An NSEC record lists other types than its name has.",
    .why = "A type that is not listed is proven not to exist; one that is listed but missing "
           "cannot be answered.",
    .effect = "validating resolvers deny records that exist, or answer SERVFAIL",
    .references = {rfc("4034", "4.1.2"), rfc("4035", "2.3")},
    .level = Level::error,
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
@     NSEC   ns1 NS SOA MX RRSIG NSEC DNSKEY
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

} // namespace zonevet::rules::nsec_types_wrong
