#include "rules/soa/shared/date.h"
#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_serial_not_a_date {

namespace {
void check(const Record& soa, Lint& lint)
{
    std::uint32_t serial = soa.number(soa_serial);
    SerialDate date(serial);
    if (!date.looks_like_date() || date.is_date())
        return;
    lint.report(soa.at(soa_serial), "the serial `{}` looks like a date, but there is no day {:04}-{:02}-{:02}", serial,
                date.year, date.month, date.day)
        .help("once secondaries have it, only count up from it: they ignore a serial that falls; before that, "
              "correct the date");
}
} // namespace

extern const Rule rule{
    .name = "soa-serial-not-a-date",
    .summary = "The serial has the form of a date, but no such day exists.",
    .why = "Day and month were swapped, or a hundredth change of one day ran over. Secondaries do "
           "not mind as long as it grows.",
    .references = {rfc("1912", "2.2")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2025311200 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2025123100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_serial_not_a_date
