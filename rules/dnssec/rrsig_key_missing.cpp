#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

#include <algorithm>

namespace zonevet::rules::rrsig_key_missing {

namespace {
// Signatures of a key that was withdrawn do no harm while there are others.
void check(const Record& signature, Lint& lint)
{
    const Zone& zone = signature.zone();
    if (!has_signatures(zone) || zone.incomplete() || zone.apex_node().uncertain() ||
        signature.name(rrsig::signer) != zone.apex() || !keys_for(signature).empty())
        return;
    Node node = signature.node();
    if (!node.has(covered_type(signature)) || node.hidden_by())
        return;
    const std::vector<Record>& all = signatures_over(node, covered_type(signature));
    if (all.front().id() != signature.id() ||
        std::any_of(all.begin(), all.end(), [](const Record& other) { return !keys_for(other).empty(); }))
        return;
    lint.report(signature.at(rrsig::key_tag), "`{} {}` is signed by the key {} of {}, which the zone does not have",
                signature.owner(), covered_type(signature), signature.number(rrsig::key_tag),
                algorithm_text(signature.number(rrsig::algorithm)))
        .help("publish the DNSKEY record of that key again, or sign the zone with a key that it has");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-key-missing",
    .summary = "Records are signed only by a key that is not among the zone's DNSKEY records.",
    .why = "Without the key nobody can verify the signature, so validating resolvers refuse the data.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4035", "2.2"), rfc("4035", "5.3.1")},
    .level = Level::error,
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 1 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_key_missing
