#include "rules/change/shared/changes.h"

namespace zonevet::rules::change_without_effect {

namespace {
void check(const Change& change, Lint& lint)
{
    if (change.serial_is_written && change.only_serial() && !change.before().incomplete() &&
        !change.after().incomplete() && change.before().soa_serial() && change.after().soa_serial())
        lint.report(change.serial_place(), "the serial is raised, but no record changes")
            .help("if a record should have changed, see whether the edit was saved; comments need "
                  "no new serial");
}
} // namespace

extern const Rule rule{
    .name = "change-without-effect",
    .summary = "The serial was raised, but no record changed.",
    .why = "A new serial publishes something, and here there is nothing: the edit did not do "
           "what its author meant, or only comments changed, which need no new serial.",
    .effect = "secondaries fetch a zone in which nothing is new",
    .references = {rfc("1912", "2.2")},
    .level = Level::info,
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

} // namespace zonevet::rules::change_without_effect
