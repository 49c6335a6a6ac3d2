#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_signer_wrong {

namespace {
void check(const Record& signature, Lint& lint)
{
    const Zone& zone = signature.zone();
    if (has_signatures(zone) && signature.name(rrsig::signer) != zone.apex())
        lint.report(signature.at(rrsig::signer), "the signer of data in `{}` is `{}`, which is another zone",
                    zone.apex(), signature.name(rrsig::signer))
            .help("sign the zone again with its own keys");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-signer-wrong",
    .summary = "The signer in an RRSIG record is not the zone that the record is in.",
    .why = "A validator must not use such a signature.",
    .effect = "validating resolvers refuse the data",
    .references = {rfc("4034", "3.1.7"), rfc("4035", "5.3.1")},
    .level = Level::error,
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 com. AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 EXAMPLE.com. AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_signer_wrong
