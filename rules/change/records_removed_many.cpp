#include "rules/change/shared/changes.h"

namespace zonevet::rules::records_removed_many {

namespace {
constexpr Option at_least{"at-least", Option::Kind::number, 10, "", "fewer removed records are never too many"};
constexpr Option max_percent{"max-percent", Option::Kind::number, 30, "", "part of the zone that may go"};
constexpr Option min_before{"min-before", Option::Kind::number, 0, "",
                            "the part of a zone of fewer records says nothing"};

void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    std::size_t gone = 0;
    for (const ChangedSet& set : change.sets())
        if (!is_made_by_signer(set.type()) && !set.uncertain && set.removed.size() > set.added.size())
            gone += set.removed.size() - set.added.size();
    if (!is_too_large(gone, change, lint, {at_least, max_percent, min_before}))
        return;
    std::size_t all = records_by_hand(change.before());
    lint.report(change.serial_place(), "the change removes {} of {} records", gone, all)
        .help("see whether the file is cut off, or made from an empty or partial source");
}
} // namespace

extern const Rule rule{
    .name = "records-removed-many",
    .summary = "The change removes a large part of the zone.",
    .why = "A generator that met an empty table, a cut-off file, a wrong glob: each leaves a "
           "zone that loads and lacks most of its names. In 2010 that took a third of .de out "
           "of the DNS.",
    .effect = "names that nobody meant to remove no longer exist",
    .references = {rfc("1035", "5.2")},
    .level = Level::error,
    .options = {at_least, max_percent, min_before},
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
h0 A 192.0.2.10
h1 A 192.0.2.11
h2 A 192.0.2.12
h3 A 192.0.2.13
h4 A 192.0.2.14
h5 A 192.0.2.15
h6 A 192.0.2.16
h7 A 192.0.2.17
h8 A 192.0.2.18
h9 A 192.0.2.19
h10 A 192.0.2.20
h11 A 192.0.2.21
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
h0 A 192.0.2.10
h1 A 192.0.2.11
h2 A 192.0.2.12
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
)",
    .check = check,
};

} // namespace zonevet::rules::records_removed_many
