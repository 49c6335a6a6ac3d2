#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_period_empty {

namespace {
void check(const Record& signature, Lint& lint)
{
    if (!has_signatures(signature.zone()))
        return;
    std::int64_t from = seconds_of(signature.number(rrsig::inception), lint.today());
    std::int64_t to = seconds_of(signature.number(rrsig::expiration), lint.today());
    if (to <= from)
        lint.report(signature.at(rrsig::expiration), "the signature over `{} {}` ends on {}, before it begins on {}",
                    signature.owner(), covered_type(signature), date_text(to), date_text(from))
            .help("set the clock and the validity of the signer right, and sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-period-empty",
    .summary = "A signature expires before it begins.",
    .why = "It is never valid, so validating resolvers refuse the data.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4034", "3.1.5")},
    .level = Level::error,
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20260101000000 20260201000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20260201000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_period_empty
