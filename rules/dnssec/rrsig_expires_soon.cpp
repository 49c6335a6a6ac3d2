#include "rules/dnssec/shared/signature_times.h"

namespace zonevet::rules::rrsig_expires_soon {

namespace {
constexpr Option days{"days", Option::Kind::number, 3, "", "days that signatures should still be valid"};

void check(const Zone& zone, Lint& lint)
{
    std::int64_t limit = lint.option(days) * 86400;
    Times times = collect_times(zone, lint.today(), [limit](const SignatureTime& time, std::int64_t today) {
        return time.expiration >= today && time.expiration < today + limit;
    });
    std::stable_sort(times.found.begin(), times.found.end(),
                     [](const SignatureTime& a, const SignatureTime& b) { return a.expiration < b.expiration; });
    report_times(zone, times, [&](const Record& signature, const SignatureTime& time, bool many) {
        if (many)
            lint.report(signature.at(rrsig::expiration), "{} of {} signatures expire soon, the first on {}",
                        times.found.size(), times.total, date_text(time.expiration))
                .help("sign the zone again before that day");
        else
            lint.report(signature.at(rrsig::expiration), "the signature over `{} {}` expires on {}", signature.owner(),
                        covered_type(signature), date_text(time.expiration))
                .help("sign the zone again before that day");
    });
}
} // namespace

extern const Rule rule{
    .name = "rrsig-expires-soon",
    .summary = "A signature of the zone expires in the next days.",
    .why = "When the next signing is late, resolvers refuse the data.",
    .effect = "from then on validating resolvers answer SERVFAIL",
    .references = {rfc("6781", "4.4.2")},
    .level = Level::info,
    .profile = Profile::strict,
    .options = {days},
    .bad = R"(
; today: 2026-01-15
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20260116000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360201000000 20200101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_expires_soon
