#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_orphan {

namespace {
void check(const Record& signature, Lint& lint)
{
    Node node = signature.node();
    if (!has_signatures(signature.zone()) || node.has(covered_type(signature)) || node.uncertain() ||
        signature.zone().incomplete())
        return;
    if (node.hidden_by())
        return;
    lint.report(signature.at(rrsig::covered), "this is a signature over {} records, which `{}` does not have",
                covered_type(signature), signature.owner())
        .help("the records were removed after signing: sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-orphan",
    .summary = "A signature covers a type that its owner does not have.",
    .why = "The zone was changed after it was signed. Its NSEC or NSEC3 records still promise the "
           "type, so "
           "validators refuse answers about the name.",
    .effect = "validating resolvers refuse answers about the name",
    .references = {rfc("4035", "2.2")},
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  MX 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_orphan
