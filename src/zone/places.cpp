// From a symbolic place to octets of the source. Records keep only where their entry begins; the
// entry is read again, which costs a microsecond for the few findings that are shown.
#include "syntax/lexer.h"
#include "syntax/words.h"
#include "zone/store.h"
#include "zone/zone.h"

#include <algorithm>

namespace zonevet {

namespace {

Span span_of(std::string_view text, std::string_view source, std::uint32_t number)
{
    std::uint64_t begin = static_cast<std::uint64_t>(text.data() - source.data());
    return {number, begin, begin + text.size()};
}

// The part [from, to) of a decoded string inside its text, or nothing when escapes move it.
bool inside(const Word& word, const Place& place, std::string_view& text)
{
    if (place.to <= place.from)
        return false;
    if (word.escaped || place.to > word.text.size())
        return false;
    text = word.text.substr(place.from, place.to - place.from);
    return true;
}

} // namespace

Span Zone::span(const Place& place) const
{
    if (place.part == Place::Part::text)
        return place.text_span;
    Record record(*this, place.record);
    Position entry_position = record.entry();
    const Source& source = sources()[entry_position.source()];
    Lexer lexer(source.text(), entry_position.offset(), source.placeholders());
    EntryText entry;
    lexer.next(entry);
    std::span<const Word> words(entry.words);
    Head head = record.generated() ? read_head(words, false, 2) : read_head(words, entry.leading_blank);
    auto of_word = [&](std::size_t i) {
        return span_of(outer_text(words[std::min(i, words.size() - 1)], source.text()), source.text(),
                       entry_position.source());
    };
    auto of_words = [&](std::size_t begin, std::size_t end) {
        Span span = of_word(begin);
        span.end = of_word(end > begin ? end - 1 : begin).end;
        return span;
    };
    auto type_or = [&](std::size_t index) { return of_word(index != Head::none ? index : head.type); };

    switch (place.part) {
    case Place::Part::owner:
        if (head.owner != Head::none && place.to > place.from) {
            std::string_view text;
            if (inside(words[head.owner], place, text))
                return span_of(text, source.text(), entry_position.source());
        }
        return type_or(head.owner);
    case Place::Part::ttl:
        return type_or(head.ttl);
    case Place::Part::type:
        return of_word(head.type);
    case Place::Part::entry:
        return of_words(0, words.size());
    case Place::Part::data:
        return head.data < words.size() ? of_words(head.data, words.size()) : of_word(head.type);
    default:
        break;
    }
    if (head.data >= words.size())
        return of_word(head.type);
    if (record.generated())
        return of_words(head.data, words.size());
    RdataBuffer buffer;
    RdataError error;
    std::vector<FieldWords> fields;
    std::span<const Word> data = words.subspan(head.data);
    std::vector<Word> with_serial;
    if (entry.filled && record.type() == Type::SOA && is_filled_serial(data))
        data = with_serial = with_number_for_serial(data);
    if (!parse_rdata(record.type(), data, Name(), buffer, error, nullptr, &fields) || place.field >= fields.size())
        return of_words(head.data, words.size());
    FieldWords field = fields[place.field];
    field.begin = std::min(field.begin, data.size() - 1);
    field.end = std::min(std::max(field.end, field.begin + 1), data.size());
    std::size_t first = head.data + field.begin, last = head.data + field.end;
    if (place.string != 0xffff && first + place.string < last) {
        first += place.string;
        last = first + 1;
    }
    if (last - first == 1) {
        std::string_view text;
        if (inside(words[first], place, text))
            return span_of(text, source.text(), entry_position.source());
    }
    return of_words(first, last);
}

} // namespace zonevet
