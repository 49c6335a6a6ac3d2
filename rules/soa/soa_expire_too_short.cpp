#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_expire_too_short {

namespace {
constexpr const char* usual = "two to four weeks are usual, such as `1209600`";

void check(const Record& soa, Lint& lint)
{
    std::uint32_t refresh = soa.number(soa_refresh), retry = soa.number(soa_retry), expire = soa.number(soa_expire);
    if (is_senseless(refresh) || is_senseless(retry) || is_senseless(expire))
        return;
    if (expire <= refresh)
        lint.report(soa.at(soa_expire),
                    "secondaries drop the zone after {}, and ask for a new one only after {} (refresh)",
                    period_text(expire), period_text(refresh))
            .effect("secondaries stop answering although the primary is up")
            .help(usual);
    else if (expire - refresh <= retry)
        lint.report(soa.at(soa_expire),
                    "secondaries drop the zone after {}, no later than their first retry (refresh {} "
                    "and retry {})",
                    period_text(expire), period_text(refresh), period_text(retry))
            .help(usual);
}
} // namespace

extern const Rule rule{
    .name = "soa-expire-too-short",
    .summary = "The SOA lets secondaries drop the zone before they have tried again to refresh it.",
    .why = "Expire is when a secondary that cannot reach the primary stops answering. Not above "
           "refresh and retry together, one lost packet takes the zone off it.",
    .effect = "secondaries stop answering after one failed refresh",
    .references = {rfc("1912", "2.2"), rfc("1035", "3.3.13")},
    .level = Level::error,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 5h 1h
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

} // namespace zonevet::rules::soa_expire_too_short
