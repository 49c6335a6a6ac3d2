#include "base/day.h"
#include "lint/rule.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace zonevet::rules::record_expired {

namespace {

struct Annotation {
    Span span; // "expires=2026-01-31"
    std::int64_t day;
    std::string_view date;
    std::optional<Record> record; // the last one that begins before it
};

bool is_word_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void find_annotations(std::uint32_t source, std::string_view text, std::vector<Annotation>& found)
{
    constexpr std::string_view rare = "xpires"; // the search stops at every "e"
    for (std::size_t at = text.find(rare); at != std::string_view::npos; at = text.find(rare, at + rare.size())) {
        std::size_t begin = at - 1, end = at + rare.size();
        if (at == 0 || (text[begin] | 0x20) != 'e' || (begin > 0 && is_word_character(text[begin - 1])) ||
            end >= text.size() || (text[end] != '=' && text[end] != ':'))
            continue;
        for (++end; end < text.size() && text[end] == ' ';)
            ++end;
        constexpr std::size_t date_size = 10;
        std::string_view date = text.substr(end, date_size);
        if (std::optional<std::int64_t> day = day_of(date))
            found.push_back({{source, begin, end + date_size}, *day, date, {}});
    }
}

// Which files the zone came from; the same Sources may hold those of another state.
std::vector<std::uint32_t> sources_of(const Zone& zone)
{
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        if (std::uint32_t source = zone.record(RecordId{i}).entry().source(); list.empty() || list.back() != source)
            list.push_back(source);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

void find_records(const Zone& zone, std::vector<Annotation>& annotations)
{
    for (std::uint32_t i = 0; i < zone.record_count(); ++i) {
        Record record = zone.record(RecordId{i});
        auto next = std::lower_bound(
            annotations.begin(), annotations.end(), record.entry(),
            [](const Annotation& annotation, Position entry) { return annotation.span.position() < entry; });
        if (next != annotations.end() && next->span.source == record.entry().source() &&
            (!next->record || next->record->entry() < record.entry()))
            next->record = record;
    }
}

// It stands in the comment behind the record, on the line where that ends.
bool is_comment_of(const Annotation& annotation, const Record& record)
{
    Span span = record.zone().span(record.place());
    if (span.end > annotation.span.begin)
        return false;
    std::string_view between = record.zone().sources().text({span.source, span.end, annotation.span.begin});
    std::size_t first = std::min(between.find_first_not_of(" \t)"), between.size());
    return between.find('\n') == std::string_view::npos && between.substr(first).starts_with(';');
}

void check(const Zone& zone, Lint& lint)
{
    std::vector<Annotation> annotations;
    for (std::uint32_t source : sources_of(zone))
        find_annotations(source, zone.sources()[source].text(), annotations);
    if (annotations.empty())
        return;
    find_records(zone, annotations);
    for (const Annotation& annotation : annotations) {
        if (annotation.day >= lint.today() || !annotation.record || !is_comment_of(annotation, *annotation.record))
            continue;
        const Record& record = *annotation.record;
        Draft& draft = lint.report(Place::text(annotation.span), "`{} {}` was to be there until {} and still is",
                                   record.owner().text_below(zone.apex()), record.type(), annotation.date);
        if (lint.describing())
            draft.about(record).help("remove the record, or write another day");
    }
}

} // namespace

extern const Rule rule{
    .name = "record-expired",
    .summary = "The comment of a record says that it has expired.",
    .why = "A record for a test, a migration or a proof of ownership is removed by nobody when its "
           "time has passed. Years later it leads to an address that belongs to somebody else. "
           "With `; expires=2026-12-31` behind it, it is not forgotten.",
    .effect = "a temporary record has become permanent",
    .references = {{"Microsoft", "Prevent dangling DNS entries and avoid subdomain takeover",
                    "https://learn.microsoft.com/en-us/azure/security/fundamentals/subdomain-takeover"}},
    .level = Level::warning,
    .bad = R"(
demo A 192.0.2.80 ; expires=2024-12-31
)",
    .good = R"(
demo A 192.0.2.80 ; expires=2999-12-31
)",
    .check = check,
};

} // namespace zonevet::rules::record_expired
