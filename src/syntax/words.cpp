// Reading of classes, directives, and the head of a record. TTL and class may stand in either order
// (RFC 1035 5.1) and each may be left out.
#include "syntax/words.h"

#include "dns/octets.h"
#include "text/source.h"

namespace zonevet {

namespace {

constexpr std::string_view directive_words[] = {"$origin", "$ttl", "$include", "$generate"};

} // namespace

RecordClass class_from_text(std::string_view text)
{
    if (text.size() == 2) {
        char a = ascii_lower(text[0]), b = ascii_lower(text[1]);
        if (a == 'i' && b == 'n')
            return RecordClass::in;
        if (a == 'c' && (b == 'h' || b == 's'))
            return b == 'h' ? RecordClass::ch : RecordClass::other;
        if (a == 'h' && b == 's')
            return RecordClass::hs;
        return RecordClass::none;
    }
    if (text.size() == 3 && same_word(text, "any"))
        return RecordClass::any;
    if (text.size() > 5 && text.size() <= 10 && same_word(text.substr(0, 5), "class")) {
        std::uint32_t number = 0;
        for (char c : text.substr(5)) {
            if (c < '0' || c > '9')
                return RecordClass::none;
            number = number * 10 + static_cast<std::uint32_t>(c - '0');
        }
        switch (number) {
        case 1:
            return RecordClass::in;
        case 3:
            return RecordClass::ch;
        case 4:
            return RecordClass::hs;
        case 255:
            return RecordClass::any;
        default:
            return number <= 65535 ? RecordClass::other : RecordClass::none;
        }
    }
    return RecordClass::none;
}

Directive directive_from_text(std::string_view text)
{
    constexpr Directive values[] = {Directive::origin, Directive::ttl, Directive::include, Directive::generate};
    for (std::size_t i = 0; i < 4; ++i)
        if (same_word(text, directive_words[i]))
            return values[i];
    return Directive::unknown;
}

std::string_view nearest_directive(std::string_view text)
{
    constexpr std::string_view spelt[] = {"$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"};
    return nearest(text, {spelt, spelt + 4}, 2);
}

Head read_head(std::span<const Word> words, bool owner_blank, std::size_t first)
{
    Head head;
    std::size_t i = first;
    if (!owner_blank && i < words.size())
        head.owner = i++;
    for (; i < words.size(); ++i) {
        const Word& word = words[i];
        if (word.text.empty() || word.quoted) {
            head.wrong = i;
            break;
        }
        if (word.filled != Filled::no) { // it may be a class as well
            if (head.ttl == Head::none) {
                head.ttl = i;
                head.ttl_filled = true;
            }
            continue;
        }
        char c = word.text[0];
        bool digit = c >= '0' && c <= '9';
        if (!digit) {
            if (RecordClass value = class_from_text(word.text); value != RecordClass::none) {
                if (head.record_class == Head::none) {
                    head.record_class = i;
                    head.class_value = value;
                    continue;
                }
                // "ANY" again: perhaps it is meant as the type.
                if (value != RecordClass::any) {
                    head.second_class = i;
                    continue;
                }
            }
            head.record_type = type_from_text(word.text);
            // TYPE0 is a number without a meaning; it reads as a type all the same.
            if (head.record_type != Type::none || same_word(word.text, "type0")) {
                head.type = i;
                head.data = i + 1;
                return head;
            }
        }
        std::uint64_t seconds = 0;
        PeriodError error = parse_period(word.text, seconds);
        bool looks_like_ttl =
            digit || ((c == '-' || c == '+') && word.text.size() > 1 && word.text[1] >= '0' && word.text[1] <= '9');
        if (!looks_like_ttl) {
            head.wrong = i;
            break;
        }
        if (head.ttl != Head::none) {
            if (head.second_ttl == Head::none)
                head.second_ttl = i;
            else {
                head.wrong = i;
                break;
            }
            continue;
        }
        head.ttl = i;
        head.ttl_seconds = seconds;
        head.ttl_error = error;
    }
    head.data = i;
    return head;
}

namespace {

constexpr std::size_t serial_word = 2; // behind the primary and the mailbox

}

bool is_absolute(const Word& word)
{
    if (!word.text.ends_with('.'))
        return false;
    std::size_t slashes = 0;
    while (slashes + 1 < word.text.size() && word.text[word.text.size() - 2 - slashes] == '\\')
        ++slashes;
    return slashes % 2 == 0;
}

bool repeats_origin(const Word& word, Name origin)
{
    OwnedName name;
    return !word.quoted && !is_absolute(word) && to_name(word.text, name) && name.view() == origin &&
           origin.label_count() > 1;
}

bool is_filled_serial(std::span<const Word> data)
{
    for (std::size_t i = 0; i < data.size(); ++i)
        if ((data[i].filled != Filled::no) != (i == serial_word))
            return false;
    return data.size() > serial_word;
}

std::vector<Word> with_number_for_serial(std::span<const Word> data)
{
    std::vector<Word> words(data.begin(), data.end());
    words[serial_word] = {"0"};
    return words;
}

} // namespace zonevet
