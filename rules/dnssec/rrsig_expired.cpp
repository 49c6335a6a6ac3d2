#include "rules/dnssec/shared/signature_times.h"

namespace zonevet::rules::rrsig_expired {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Times times = collect_times(zone, lint.today(),
                                [](const SignatureTime& time, std::int64_t today) { return time.expiration < today; });
    std::stable_sort(times.found.begin(), times.found.end(),
                     [](const SignatureTime& a, const SignatureTime& b) { return a.expiration < b.expiration; });
    report_times(zone, times, [&](const Record& signature, const SignatureTime& time, bool many) {
        if (many)
            lint.report(signature.at(rrsig::expiration), "{} of {} signatures have expired, the first on {}",
                        times.found.size(), times.total, date_text(time.expiration))
                .help("sign the zone again");
        else
            lint.report(signature.at(rrsig::expiration), "the signature over `{} {}` expired on {}", signature.owner(),
                        covered_type(signature), date_text(time.expiration))
                .help("sign the zone again");
    });
}
} // namespace

extern const Rule rule{
    .name = "rrsig-expired",
    .summary = "A signature of the zone has expired.",
    .why = "Validating resolvers refuse data whose signature has expired; for their users the "
           "names are gone.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4035", "5.3.1"), rfc("4034", "3.1.5")},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20200201000000 20200101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360201000000 20200101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_expired
