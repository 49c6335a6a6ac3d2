#include "rules/dnssec/shared/signature_times.h"

namespace zonevet::rules::rrsig_not_yet_valid {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Times times = collect_times(zone, lint.today(), [](const SignatureTime& time, std::int64_t today) {
        return time.inception >= today + 86400;
    });
    std::stable_sort(times.found.begin(), times.found.end(),
                     [](const SignatureTime& a, const SignatureTime& b) { return a.inception > b.inception; });
    report_times(zone, times, [&](const Record& signature, const SignatureTime& time, bool many) {
        if (many)
            lint.report(signature.at(rrsig::inception), "{} of {} signatures are not valid yet, the last before {}",
                        times.found.size(), times.total, date_text(time.inception))
                .help("set the clock of the signer right, and sign the zone again");
        else
            lint.report(signature.at(rrsig::inception), "the signature over `{} {}` is not valid before {}",
                        signature.owner(), covered_type(signature), date_text(time.inception))
                .help("set the clock of the signer right, and sign the zone again");
    });
}
} // namespace

extern const Rule rule{
    .name = "rrsig-not-yet-valid",
    .summary = "A signature of the zone begins in the future.",
    .why = "Validating resolvers refuse data whose signature is not valid yet.",
    .effect = "validating resolvers answer SERVFAIL until then",
    .references = {rfc("4035", "5.3.1"), rfc("4034", "3.1.5")},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20450201000000 20440101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360201000000 20200101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_not_yet_valid
