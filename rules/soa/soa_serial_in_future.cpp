#include "rules/soa/shared/date.h"
#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_serial_in_future {

namespace {
void check(const Record& soa, Lint& lint)
{
    std::uint32_t serial = soa.number(soa_serial);
    std::uint32_t today = last_serial_of(lint.today() + 1); // east of here it may be tomorrow
    // What is no day comes from a counter that does not go by dates.
    SerialDate date(serial);
    if (!date.looks_like_date() || !date.is_date() || serial <= today || today / 1000000 >= 2033)
        return;
    lint.report(soa.at(soa_serial), "the serial `{}` is ahead of today: one made from today's date would be lower",
                serial)
        .help("once secondaries have it, only count up from it: they ignore a serial that falls; before that, write "
              "today's");
}
} // namespace

extern const Rule rule{
    .name = "soa-serial-in-future",
    .summary = "The serial looks like a date that lies in the future.",
    .why = "The next serial that is made from the date is lower, and secondaries ignore a zone "
           "whose serial falls. They go on with the old one until somebody notices.",
    .effect = "the next change may not reach the secondaries",
    .references = {rfc("1912", "2.2"), rfc("1982", "3.2")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2062010100 4h 1h 14d 1h
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

} // namespace zonevet::rules::soa_serial_in_future
