#include "rules/soa/shared/date.h"
#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_serial_day_full {

namespace {
void check(const Record& soa, Lint& lint)
{
    std::uint32_t serial = soa.number(soa_serial);
    // Of another day it does not matter: the next change starts a new count.
    if (serial != last_serial_of(lint.today()))
        return;
    lint.report(soa.at(soa_serial), "the serial `{}` is the last of its day: one more change runs into the next day",
                serial)
        .help(fmt::format("go on with `{}`: secondaries only want the serial to grow", serial + 1));
}
} // namespace

extern const Rule rule{
    .name = "soa-serial-day-full",
    .summary = "The two digits that count the changes of the day are used up.",
    .why = "The hundredth change of a day has no serial of that day. Tools that write three "
           "digits make a number of eleven, which no server reads; counting on is right.",
    .references = {rfc("1912", "2.2"), rfc("1982", "3.1")},
    .level = Level::info,
    .types = {Type::SOA},
    .bad = R"(
; today: 2026-01-15
@ SOA ns1 hostmaster 2026011599 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_serial_day_full
