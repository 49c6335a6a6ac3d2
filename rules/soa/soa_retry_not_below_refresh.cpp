#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_retry_not_below_refresh {

namespace {
void check(const Record& soa, Lint& lint)
{
    std::uint32_t refresh = soa.number(soa_refresh), retry = soa.number(soa_retry);
    if (retry < refresh || is_senseless(refresh) || is_senseless(retry))
        return;
    lint.report(soa.at(soa_retry),
                "retry ({}) is not below refresh ({}): a secondary that missed the primary does "
                "not ask sooner",
                period_text(retry), period_text(refresh))
        .help("a fraction of refresh is usual, such as a quarter");
}
} // namespace

extern const Rule rule{
    .name = "soa-retry-not-below-refresh",
    .summary = "The retry timer of the SOA is not shorter than its refresh timer.",
    .why = "Retry is how soon a secondary asks again after the primary did not answer. Not below "
           "refresh it has no purpose; mostly the two were swapped.",
    .effect = "after a failure secondaries stay behind for longer than need be",
    .references = {rfc("1912", "2.2"), rfc("1035", "3.3.13")},
    .level = Level::warning,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 1h 4h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_retry_not_below_refresh
