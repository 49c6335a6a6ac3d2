#include "rules/change/shared/changes.h"

namespace zonevet::rules::serial_collides {

namespace {
constexpr Option policy{"policy", Option::Kind::list, 0, "manual",
                        "who makes the serial: manual, date, unixtime, placeholder or server"};

void check(const Change& change, Lint& lint)
{
    if (change.upstream == nullptr || !people_write_serials(lint, policy, change))
        return;
    std::optional<std::uint32_t> theirs = change.upstream->soa_serial();
    std::uint32_t before = *change.before().soa_serial(), ours = *change.after().soa_serial();
    if (!theirs || *theirs == before || is_raised(*theirs, ours))
        return;
    Draft& draft =
        lint.report(change.serial_place(),
                    "the serial `{}` is not above `{}`, which the branch to merge into has by now", ours, *theirs);
    if (std::optional<Record> soa = change.upstream->soa())
        draft.note(Place::text(change.upstream->span(soa->at(field(Type::SOA, "serial")))), "their serial");
    draft.help("take their change first, then raise the serial").fix(fmt::format("{}", *theirs + 1));
}
} // namespace

extern const Rule rule{
    .name = "serial-collides",
    .summary = "The branch to merge into has used the serial of this change already.",
    .why = "Two people raised the serial from the same value. After the merge the zone has the "
           "records of both, but a secondary that took the first one sees a serial it knows "
           "and fetches nothing.",
    .effect = "secondaries never fetch the second of the two changes",
    .references = {rfc("1034", "4.3.5")},
    .level = Level::error,
    .options = {policy},
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
; upstream
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011502 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
; upstream
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
mail A 192.0.2.25
)",
    .check = check,
};

} // namespace zonevet::rules::serial_collides
