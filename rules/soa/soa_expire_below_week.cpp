#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_expire_below_week {

namespace {
constexpr Option min{"min", Option::Kind::period, 604800, "", "shortest expire timer"};

void check(const Record& soa, Lint& lint)
{
    std::uint32_t refresh = soa.number(soa_refresh), retry = soa.number(soa_retry), expire = soa.number(soa_expire);
    if (expire >= lint.option(min))
        return;
    if (std::uint64_t{refresh} + retry >= expire)
        return; // soa-expire-too-short
    lint.report(soa.at(soa_expire), "secondaries drop the zone when the primary is away for {}", period_text(expire))
        .help("two to four weeks are usual, such as `1209600`");
}
} // namespace

extern const Rule rule{
    .name = "soa-expire-below-week",
    .summary = "The expire timer of the SOA is shorter than a week.",
    .why = "When the primary fails on a Friday, secondaries should still answer on Monday. A few "
           "managed services that do not transfer zones write less.",
    .effect = "a long outage of the primary takes the zone down everywhere",
    .references = {rfc("1912", "2.2"), Reference{"Zonemaster", "ZONE05",
                                                 "https://github.com/zonemaster/zonemaster/blob/master/docs/public/"
                                                 "specifications/tests/Zone-TP/zone05.md"}},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .options = {min},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 3d 1h
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

} // namespace zonevet::rules::soa_expire_below_week
