#include "rules/change/shared/changes.h"

namespace zonevet::rules::serial_lowered {

namespace {
constexpr Option policy{"policy", Option::Kind::list, 0, "manual",
                        "who makes the serial: manual, date, unixtime, placeholder or server"};

void check(const Change& change, Lint& lint)
{
    if (!people_write_serials(lint, policy, change))
        return;
    std::uint32_t before = *change.before().soa_serial(), after = *change.after().soa_serial();
    if (before == after || is_raised(before, after))
        return;
    Draft& draft =
        after < before
            ? lint.report(change.serial_place(), "the serial goes back from `{}` to `{}`", before, after)
            : lint.report(change.serial_place(),
                          "the step from serial `{}` to `{}` is so large that it counts as backwards", before, after);
    if (std::optional<Record> soa = change.before().soa())
        draft.note(change.former(soa->at(field(Type::SOA, "serial"))), "the serial that secondaries have");
    draft.help(fmt::format("write {} or more", before + 1));
}
} // namespace

extern const Rule rule{
    .name = "serial-lowered",
    .summary = "The new serial is lower than the old one.",
    .why = "Serials are compared in a circle (RFC 1982): a step back, or one of 2147483648 and "
           "more forward, looks like an old zone. Secondaries ignore it and everything "
           "published after it, until the serial passes the one they have.",
    .effect = "secondaries ignore this and every later change",
    .references = {rfc("1982", "3.2"), rfc("1912", "3.1")},
    .level = Level::error,
    .options = {policy},
    .bad = R"(
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011201 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .good = R"(
@ SOA ns1 hostmaster 4294967295 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::serial_lowered
