#include "rules/change/shared/lines.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace zonevet::rules {

namespace {

// Lines of the file that begin with "$", with their places.
std::vector<Span> directives(const Zone& zone)
{
    std::uint32_t number = zone.main_source();
    std::string_view text = zone.sources()[number].text();
    std::vector<Span> found;
    for (std::size_t at = text.starts_with('$') ? 0 : text.find("\n$"); at != std::string_view::npos;
         at = text.find("\n$", at)) {
        std::size_t begin = text[at] == '$' ? at : at + 1;
        std::size_t end = std::min(text.find_first_of("\r\n;", begin), text.size());
        while (end > begin && text[end - 1] == ' ')
            --end;
        found.push_back({number, begin, end});
        at = begin;
    }
    return found;
}

std::unordered_set<std::string_view> directive_texts(const Zone& zone)
{
    std::unordered_set<std::string_view> texts;
    for (const Span& span : directives(zone))
        texts.insert(zone.sources().text(span));
    return texts;
}

} // namespace

Span line_span(const Record& record)
{
    Position entry = record.entry();
    return record.zone().sources()[entry.source()].line_around(entry.offset(), entry.source());
}

std::string_view line_of(const Record& record)
{
    return record.zone().sources().text(line_span(record));
}

std::string_view lines_of(const Record& record)
{
    Span first = line_span(record);
    Span last = record.zone().span(record.data_place());
    return record.zone().sources().text({first.source, first.begin, std::max(first.end, last.end)});
}

std::optional<Span> edited_directive(const Change& change)
{
    std::unordered_set<std::string_view> old = directive_texts(change.before());
    for (const Span& span : directives(change.after()))
        if (!old.contains(change.after().sources().text(span)))
            return span;
    return {};
}

bool inserts_origin(const Change& change)
{
    std::optional<Span> edited = edited_directive(change);
    if (!edited || !change.after().sources().text(*edited).starts_with("$ORIGIN"))
        return false;
    std::unordered_set<std::string_view> left = directive_texts(change.after());
    for (std::string_view old : directive_texts(change.before()))
        if (!left.contains(old) && !old.starts_with("$INCLUDE")) // nobody edits one into an $ORIGIN
            return false;
    return true;
}

} // namespace zonevet::rules
