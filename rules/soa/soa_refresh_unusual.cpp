#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_refresh_unusual {

namespace {
constexpr Option min{"min", Option::Kind::period, 1200, "", "shortest refresh timer"};
constexpr Option max{"max", Option::Kind::period, 86400, "", "longest refresh timer"};

void check(const Record& soa, Lint& lint)
{
    std::uint32_t refresh = soa.number(soa_refresh);
    if (is_senseless(refresh))
        return;
    if (refresh < lint.option(min))
        lint.report(soa.at(soa_refresh), "secondaries ask for a new zone every {}", period_text(refresh))
            .help("NOTIFY tells them of changes at once; refresh is for when it was lost");
    else if (refresh > lint.option(max))
        lint.report(soa.at(soa_refresh), "a secondary that missed a NOTIFY stays behind for {}", period_text(refresh))
            .help("some hours are usual, such as `14400`");
}
} // namespace

extern const Rule rule{
    .name = "soa-refresh-unusual",
    .summary = "The refresh timer of the SOA is shorter than 20 minutes or longer than a day.",
    .why = "A short one only makes secondaries ask in vain; with a long one a lost NOTIFY leaves "
           "them with the old zone.",
    .references = {rfc("1912", "2.2"), rfc("1996", "1"),
                   Reference{"RIPE", "203", "https://www.ripe.net/publications/docs/ripe-203/"}},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .options = {min, max},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 5m 1m 14d 1h
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

} // namespace zonevet::rules::soa_refresh_unusual
