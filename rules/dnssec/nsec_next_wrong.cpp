#include "rules/dnssec/shared/denial.h"

#include <algorithm>

namespace zonevet::rules::nsec_next_wrong {

namespace {
constexpr Field next = field(Type::NSEC, "next");

void check(const Zone& zone, Lint& lint)
{
    if (!has_signatures(zone) || zone.incomplete() || !zone.apex_node().has(Type::NSEC))
        return;
    std::vector<Node> names = nsec_names(zone);
    // A name without NSEC has a finding of its own; the chain may lead past it.
    names.erase(std::remove_if(names.begin(), names.end(), [](const Node& node) { return !node.has(Type::NSEC); }),
                names.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        Record nsec = names[i].find(Type::NSEC)->front();
        Name expected = names[i + 1 < names.size() ? i + 1 : 0].name();
        Name written = nsec.name(next);
        if (written == expected)
            continue;
        std::optional<Node> node = zone.find(written);
        if (node && has_own_data(*node) && !node->has(Type::NSEC))
            continue;
        lint.report(nsec.at(next), "the name after `{}` is `{}`, not `{}`", nsec.owner(), expected, written)
            .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "nsec-next-wrong",
    .summary = "An NSEC record does not lead to the next name of the zone.",
    .why = "It proves to validators that the names between do not exist, or leaves a gap in which "
           "nothing can be "
           "proven.",
    .effect = "validating resolvers deny names that exist, or answer SERVFAIL",
    .references = {rfc("4034", "4.1.1"), rfc("4035", "2.3")},
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
@     NSEC   ns2 NS SOA RRSIG NSEC DNSKEY
ns1   NSEC   ns2 A RRSIG NSEC
ns2   NSEC   @ A RRSIG NSEC
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

} // namespace zonevet::rules::nsec_next_wrong
