#include "rules/soa/shared/timers.h"

#include <algorithm>

namespace zonevet::rules::soa_minimum_too_long {

namespace {
constexpr Option max{"max", Option::Kind::period, 86400, "", "longest time that \"no such name\" may be cached"};

void check(const Record& soa, Lint& lint)
{
    std::uint32_t minimum = soa.number(soa_minimum);
    if (minimum > longest_period || !soa.node().is_apex() || !soa.ttl_known())
        return;
    // A resolver takes the smaller of the two (RFC 2308 5).
    std::uint32_t negative = std::min(minimum, soa.ttl());
    if (negative > lint.option(max))
        lint.report(soa.at(soa_minimum), "a name that did not exist may still be missing {} after it was added",
                    period_text(negative))
            .help("one to three hours are usual, such as `3600`");
}
} // namespace

extern const Rule rule{
    .name = "soa-minimum-too-long",
    .summary = "Resolvers may remember for more than a day that a name does not exist.",
    .why = "Who asked for a name before it was added keeps being told that there is none. The "
           "last field of the SOA sets how long; until 1998 it was the default TTL, and old zones "
           "still hold days there.",
    .effect = "new names stay invisible to some for days",
    .references = {rfc("2308", "4"), rfc("2308", "5")},
    .level = Level::info, // BIND and Unbound remember it for some hours at most, whatever stands here
    .profile = Profile::strict,
    .types = {Type::SOA},
    .options = {max},
    .bad = R"(
$TTL 1w
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 2d
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
$TTL 1h ; the smaller one counts
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 2d
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_minimum_too_long
