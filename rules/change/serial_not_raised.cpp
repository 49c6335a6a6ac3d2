#include "rules/change/shared/changes.h"

#include <chrono>

namespace zonevet::rules::serial_not_raised {

namespace {
constexpr Option policy{"policy", Option::Kind::list, 0, "manual",
                        "who makes the serial: manual, date, unixtime, placeholder or server"};

// The next serial in the manner of the last one.
std::string next(std::uint32_t serial, std::int64_t today, std::string_view manner)
{
    using namespace std::chrono;
    year_month_day date{sys_days{days{today}}};
    std::int64_t first = (int{date.year()} * 10000 + static_cast<int>(unsigned{date.month()}) * 100 +
                          static_cast<int>(unsigned{date.day()})) *
                         std::int64_t{100};
    bool is_date =
        manner == "date" || (serial > 1970010100 && serial / 100 <= first / 100 && serial % 10000 / 100 <= 31);
    if (is_date && first > serial)
        return fmt::format("{}", first);
    return fmt::format("{}", serial + 1);
}

void check(const Change& change, Lint& lint)
{
    if (!change.complete() || !surely_changes(change) || !people_write_serials(lint, policy, change))
        return;
    std::uint32_t before = *change.before().soa_serial(), after = *change.after().soa_serial();
    if (before != after)
        return;
    Draft& draft = lint.report(change.serial_place(), "records changed, but the serial is still `{}`", after);
    if (!lint.describing())
        return;
    const std::vector<std::string>& words = lint.list(policy);
    std::string_view manner = words.empty() ? "manual" : std::string_view(words.front());
    if (manner == "unixtime")
        draft.help("write the seconds since 1970 of now");
    else
        draft.help("raise it").fix(next(after, lint.today(), manner));
}
} // namespace

extern const Rule rule{
    .name = "serial-not-raised",
    .summary = "Records changed, but the serial of the SOA record did not.",
    .why = "Secondaries compare serials and fetch nothing when it is the same. The primary "
           "answers with the new records, all others with the old ones, for as long as nobody "
           "notices.",
    .effect = "secondaries keep serving the old records",
    .references = {rfc("1034", "4.3.5"), rfc("1912", "2.2")},
    .level = Level::error,
    .options = {policy},
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::serial_not_raised
