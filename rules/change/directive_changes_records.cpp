#include "rules/change/shared/changes.h"
#include "rules/change/shared/lines.h"

#include <unordered_set>

namespace zonevet::rules::directive_changes_records {

namespace {
constexpr Option at_least{"at-least", Option::Kind::number, 2, "", "fewer records are not worth a word"};

void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    std::optional<Span> edited = edited_directive(change);
    if (!edited || inserts_origin(change)) // unedited-record-renamed
        return;
    std::unordered_set<std::string_view> old_lines;
    const Zone& before = change.before();
    for (std::uint32_t i = 0; i < before.record_count(); ++i)
        old_lines.insert(line_of(before.record(RecordId{i})));
    std::size_t untouched = 0;
    for (const ChangedSet& set : change.sets()) {
        for (const ChangedRecord& record : set.records())
            if (record.after)
                untouched += old_lines.contains(line_of(*record.after)) ? 1 : 0;
    }
    if (untouched >= static_cast<std::size_t>(lint.option(at_least)))
        lint.report(Place::text(*edited), "`{}` changes {} {} not edited", change.after().sources().text(*edited),
                    untouched, untouched == 1 ? "record whose line was" : "records whose lines were")
            .help("if only some of them are meant, write the TTL or the whole name in their lines");
}
} // namespace

extern const Rule rule{
    .name = "directive-changes-records",
    .summary = "A directive is edited, and records change whose lines nobody touched.",
    .why = "A line with $ORIGIN or $TTL gives name or TTL to all lines after it. The "
           "difference of the text shows one line, the difference of the zone shows hundreds "
           "of records.",
    .effect = "more records change than the text shows",
    .references = {rfc("1035", "5.1"), rfc("2308", "4")},
    .level = Level::info,
    .options = {at_least},
    .bad = R"(
$TTL 3600
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
; becomes
$TTL 300
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .good = R"(
$TTL 3600
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
$TTL 3600
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::directive_changes_records
