#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_retry_unusual {

namespace {
constexpr Option min{"min", Option::Kind::period, 120, "", "shortest retry timer"};
constexpr Option max{"max", Option::Kind::period, 7200, "", "longest retry timer"};

void check(const Record& soa, Lint& lint)
{
    std::uint32_t retry = soa.number(soa_retry);
    if (is_senseless(retry) || retry >= soa.number(soa_refresh)) // soa-retry-not-below-refresh
        return;
    if (retry < lint.option(min))
        lint.report(soa.at(soa_retry), "secondaries ask a primary that is down every {}", period_text(retry))
            .help("a fraction of refresh is usual, such as a quarter");
    else if (retry > lint.option(max))
        lint.report(soa.at(soa_retry), "after a failed refresh a secondary waits for {}", period_text(retry))
            .help("an hour or less is usual, such as `3600`");
}
} // namespace

extern const Rule rule{
    .name = "soa-retry-unusual",
    .summary = "The retry timer of the SOA is shorter than 2 minutes or longer than 2 hours.",
    .why = "Secondaries that ask too often burden a primary that comes back; those that wait long "
           "serve the old zone.",
    .references = {rfc("1912", "2.2"), Reference{"RIPE", "203", "https://www.ripe.net/publications/docs/ripe-203/"}},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .options = {min, max},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 1d 6h 14d 1h
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

} // namespace zonevet::rules::soa_retry_unusual
