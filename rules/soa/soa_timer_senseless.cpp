#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_timer_senseless {

namespace {
void check(const Record& soa, Lint& lint)
{
    struct Timer {
        Field field;
        std::string_view name, zero;
        const char* usual;
    };
    static constexpr Timer timers[] = {
        {soa_refresh, "refresh", "a secondary would ask without a pause", "some hours are usual, such as `14400`"},
        {soa_retry, "retry", "a secondary would ask again without a pause", "an hour or less is usual, such as `3600`"},
        {soa_expire, "expire", "a secondary would drop the zone at once",
         "two to four weeks are usual, such as `1209600`"},
        {soa_minimum, "minimum", "", "one to three hours are usual, such as `3600`"}, // 0 is allowed
    };
    // `SOA . . 0 0 0 0 0` is how policy and empty zones say that nobody transfers them.
    if (soa.number(soa_refresh) == 0 && soa.number(soa_retry) == 0 && soa.number(soa_expire) == 0)
        return;
    for (const Timer& timer : timers) {
        std::uint32_t value = soa.number(timer.field);
        if (value > longest_period)
            lint.report(soa.at(timer.field),
                        "the {} timer `{}` is larger than 2147483647, the most that servers count with", timer.name,
                        value)
                .help(timer.usual);
        else if (value == 0 && !timer.zero.empty())
            lint.report(soa.at(timer.field), "the {} timer is 0: {}", timer.name, timer.zero).help(timer.usual);
    }
}
} // namespace

extern const Rule rule{
    .name = "soa-timer-senseless",
    .summary = "A timer of the SOA is zero or beyond 31 bits.",
    .why = "With 0 a secondary would ask all the time or never hold the zone; a huge value is "
           "negative to some programs. Servers put limits of their own in its place.",
    .effect = "each secondary puts a limit of its own in the place of the timer",
    .references = {rfc("1035", "3.3.13"), rfc("1912", "2.2"), rfc("2308", "4")},
    .level = Level::warning,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 0 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 0
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_timer_senseless
