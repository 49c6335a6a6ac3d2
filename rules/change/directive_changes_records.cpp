#include "rules/change/shared/changes.h"

#include <algorithm>
#include <unordered_set>

namespace zonevet::rules::directive_changes_records {

namespace {
constexpr Option at_least{"at-least", Option::Kind::number, 2, "",
                          "fewer records are not worth a word"};

std::string_view line_of(const Zone& zone, const Record& record)
{
    Position entry = record.entry();
    const Source& source = zone.sources()[entry.source()];
    Span span = source.line_around(entry.offset(), entry.source());
    return source.text().substr(span.begin, span.end - span.begin);
}

// Lines of the file that begin with "$", with their places.
std::vector<Span> directives(const Zone& zone)
{
    std::uint32_t number = zone.main_source();
    std::string_view text = zone.sources()[number].text();
    std::vector<Span> found;
    for (std::size_t at = text.starts_with('$') ? 0 : text.find("\n$");
         at != std::string_view::npos; at = text.find("\n$", at)) {
        std::size_t begin = text[at] == '$' ? at : at + 1;
        std::size_t end = std::min(text.find_first_of("\r\n;", begin), text.size());
        while (end > begin && text[end - 1] == ' ')
            --end;
        found.push_back({number, begin, end});
        at = begin;
    }
    return found;
}

void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    std::unordered_set<std::string_view> old_directives;
    for (const Span& span : directives(change.before()))
        old_directives.insert(change.before().sources().text(span));
    std::optional<Span> edited;
    for (const Span& span : directives(change.after()))
        if (!edited && !old_directives.contains(change.after().sources().text(span)))
            edited = span;
    if (!edited)
        return;
    std::unordered_set<std::string_view> old_lines;
    const Zone& before = change.before();
    for (std::uint32_t i = 0; i < before.record_count(); ++i)
        old_lines.insert(line_of(before, before.record(RecordId{i})));
    std::size_t untouched = 0;
    for (const ChangedSet& set : change.sets()) {
        for (const ChangedRecord& record : set.records())
            if (record.after)
                untouched += old_lines.contains(line_of(change.after(), *record.after)) ? 1 : 0;
    }
    if (untouched >= static_cast<std::size_t>(lint.option(at_least)))
        lint.report(Place::text(*edited), "`{}` changes {} records whose lines were not edited",
                    change.after().sources().text(*edited), untouched);
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
