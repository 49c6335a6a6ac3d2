#include "base/day.h"
#include "rules/change/shared/changes.h"

namespace zonevet::rules::change_in_freeze {

namespace {

constexpr Option periods{"periods", Option::Kind::list, 0, "",
                         "days on which nothing is to change, as 2026-12-18/2027-01-04; or [review] freeze"};

void check(const Change& change, Lint& lint)
{
    if (change.sets().empty() && !change.kept_differs)
        return;
    for (const std::string& period : lint.list(periods)) {
        std::optional<Days> days = days_of(period);
        if (!days) { // whoever misspelt it believes that there is a freeze
            lint.report(change.serial_place(), "`{}` of [rules.change-in-freeze] is no period of days", period)
                .effect("nothing is guarded by it")
                .help("write it as 2026-12-18/2027-01-04");
            return;
        }
        if (lint.today() < days->first || lint.today() > days->last)
            continue;
        std::size_t slash = period.find('/');
        std::string when = slash == std::string::npos
                               ? "on " + period
                               : fmt::format("from {} to {}", period.substr(0, slash), period.substr(slash + 1));
        lint.report(change.serial_place(), "`{}` is not to change {}", change.after().apex(), when)
            .help("publish it later; if it cannot wait: --ack change-in-freeze=TICKET");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "change-in-freeze",
    .summary = "A zone changes on a day on which nothing is to change.",
    .why = "On days when nobody is there to notice and to mend it, a change waits, unless somebody answers for it.",
    .effect = "nobody is there when it goes wrong",
    .references = {{"ITIL", "change freeze", "https://en.wikipedia.org/wiki/Freeze_(software_engineering)"}},
    .level = Level::error,
    .options = {periods},
    .bad = R"(
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

} // namespace zonevet::rules::change_in_freeze
