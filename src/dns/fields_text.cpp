// Fields that are names or text: domain names, mailboxes, character-strings with their escapes, the
// tags of CAA.
#include "dns/octets.h"
#include "dns/reader.h"

#include <cstring>

namespace zonevet {

namespace {

constexpr std::size_t max_string = 255;
constexpr const char* for_backslash = "for a backslash itself write `\\\\`";

[[gnu::noinline]] bool wrong_name(DataReader& reader, const NameText& problem)
{
    std::string_view text = reader.word().text;
    std::string_view piece = text.substr(problem.from, problem.to - problem.from);
    switch (problem.error) {
    case NameError::escape:
        return reader.wrong_at(problem.from, problem.to, Mistake::escape_invalid,
                               fmt::format("`{}` is not an escape: a backslash wants three digits up to 255, or one "
                                           "character that is no digit",
                                           piece),
                               for_backslash);
    case NameError::label_too_long:
        return reader.wrong_at(problem.from, problem.to, Mistake::label_too_long,
                               fmt::format("the label `{}` is longer than 63 octets", piece));
    case NameError::label_empty:
        if (text.empty())
            return reader.wrong(Mistake::label_empty, fmt::format("the {} is empty", reader.noun()));
        return reader.wrong_at(problem.from, problem.to, Mistake::label_empty,
                               fmt::format("`{}` has an empty label", text));
    case NameError::too_long:
    case NameError::none:
        break;
    }
    bool relative = !text.ends_with('.');
    return reader.wrong(Mistake::name_too_long, relative
                                                    ? fmt::format("`{}` with the origin `{}` is longer than 255 octets",
                                                                  text, reader.origin.text())
                                                    : fmt::format("`{}` is longer than 255 octets", text));
}

[[gnu::noinline]] bool wrong_escape(DataReader& reader, std::size_t from, std::size_t to)
{
    return reader.wrong_at(from, to, Mistake::escape_invalid,
                           fmt::format("`{}` is not an escape: a backslash wants three digits up to 255, or one "
                                       "character that is no digit",
                                       reader.word().text.substr(from, to - from)),
                           for_backslash);
}

// The text cut into pieces of 255 octets, never inside an escape.
std::string split_string(std::string_view text)
{
    std::string pieces = "\"";
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t begin = i++;
        char ignored = 0;
        if (text[begin] == '\\' && !read_escape(text, i, ignored))
            return {};
        if (++count > max_string) {
            pieces += "\" \"";
            count = 1;
        }
        pieces += text.substr(begin, i - begin);
    }
    return pieces + '"';
}

[[gnu::noinline]] bool string_too_long(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::string octets;
    std::size_t from = 0;
    std::size_t to = 0;
    if (!unescape(text, octets, from, to))
        return wrong_escape(reader, from, to);
    bool many = reader.field->kind == FieldKind::strings;
    reader.wrong(Mistake::string_too_long,
                 fmt::format("this string has {} octets, and one string can have 255", octets.size()),
                 many ? fmt::format("split it into {} strings; they are read as one",
                                    (octets.size() + max_string - 1) / max_string)
                      : "");
    if (many)
        reader.error.replacement = split_string(text);
    return false;
}

// Undoes the escapes of the word at hand behind the octets of `out`; `room` is how much may come.
bool append_unescaped(DataReader& reader, std::size_t room, bool& too_long)
{
    std::string_view text = reader.word().text;
    char* begin = reader.out.data() + reader.out.size();
    std::size_t used = 0;
    too_long = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t from = i;
        char value = text[i++];
        if (value == '\\' && !read_escape(text, i, value))
            return wrong_escape(reader, from, i);
        if (used == room)
            too_long = true;
        else
            begin[used++] = value;
    }
    reader.out.resize(reader.out.size() + used);
    return true;
}

// One character-string from the word at hand.
bool append_string(DataReader& reader)
{
    const Word& word = reader.word();
    std::size_t start = reader.out.size();
    if (start + 1 + max_string > RdataBuffer::limit) // near the end: measure before writing
        if (start + 1 + word.text.size() > RdataBuffer::limit)
            return reader.too_long();
    char* out = reader.out.data() + start;
    if (!word.escaped) {
        if (word.text.size() > max_string)
            return string_too_long(reader);
        out[0] = static_cast<char>(word.text.size());
        std::memcpy(out + 1, word.text.data(), word.text.size());
        reader.out.resize(start + 1 + word.text.size());
    } else {
        bool too_long = false;
        reader.out.resize(start + 1);
        if (!append_unescaped(reader, max_string, too_long))
            return false;
        if (too_long)
            return string_too_long(reader);
        reader.out.data()[start] = static_cast<char>(reader.out.size() - start - 1);
    }
    ++reader.next;
    return true;
}

[[gnu::noinline]] void note_adjacent(DataReader& reader)
{
    std::size_t i = reader.next;
    reader.note(Mistake::strings_adjacent, i - 1, i, "there is no blank between these two strings",
                "put a blank between them");
}

[[gnu::noinline]] void note_at_sign(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::size_t at = text.find('@');
    // The first dot behind the @ belongs to the domain; those before it are escaped. A domain of
    // several labels is written in full, as it is in an address.
    std::string right;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i < at && text[i] == '.' && (i == 0 || text[i - 1] != '\\'))
            right += '\\';
        right += i == at ? '.' : text[i];
    }
    if (text.find('.', at) != std::string_view::npos && !text.ends_with('.'))
        right += '.';
    reader.note(Mistake::mailbox_at_sign, reader.next, reader.next,
                fmt::format("the `@` of `{}` becomes part of a label, it does not divide the mailbox "
                            "from its domain",
                            text),
                fmt::format("write it as `{}`", right), right);
    std::string only_the_mark(text);
    only_the_mark[at] = '.';
    if (right != only_the_mark)
        return; // the whole word has to be written anew
    reader.notes->back().replacement = ".";
    reader.notes->back().from = at;
    reader.notes->back().to = at + 1;
}

} // namespace

bool read_name(DataReader& reader)
{
    const Word& word = reader.word();
    std::size_t start = reader.out.size();
    // The buffer has room for a whole name behind its limit.
    std::size_t length = 0;
    NameText problem = parse_name(word.text, reader.origin, reader.out.data() + start, length);
    if (problem.error != NameError::none)
        return wrong_name(reader, problem);
    if (start + length > RdataBuffer::limit)
        return reader.too_long();
    reader.out.resize(start + length);
    ++reader.next;
    return true;
}

bool read_mailbox(DataReader& reader)
{
    if (reader.notes) {
        std::string_view text = reader.word().text;
        std::size_t at = text.find('@');
        if (at != std::string_view::npos && text.size() > 1 && (at == 0 || text[at - 1] != '\\')) {
            if (!read_name(reader))
                return false;
            --reader.next;
            note_at_sign(reader);
            ++reader.next;
            return true;
        }
    }
    return read_name(reader);
}

bool read_string(DataReader& reader)
{
    if (reader.word().joined && reader.notes && reader.next > 0)
        note_adjacent(reader);
    if (reader.spec.type == Type::X25 && !x25_valid(reader.word().text))
        return reader.wrong(
            Mistake::value_invalid,
            fmt::format("`{}` is not an X.25 address: it has four digits at least", reader.word().text));
    return append_string(reader);
}

bool read_strings(DataReader& reader)
{
    while (!reader.at_end()) {
        if (reader.word().joined && reader.notes && reader.next > 0)
            note_adjacent(reader);
        if (!append_string(reader))
            return false;
    }
    return true;
}

bool read_text_rest(DataReader& reader)
{
    const Word& word = reader.word();
    // RFC 7553 4.4: the target is enclosed in quotes. CAA's value need not be (RFC 8659 4.1.1).
    if (reader.spec.type == Type::URI && !word.quoted) {
        std::string quoted = fmt::format("\"{}\"", word.text);
        reader.wrong(Mistake::value_invalid, fmt::format("the {} `{}` is not in quotes", reader.noun(), word.text),
                     fmt::format("write it as `{}`", quoted));
        reader.error.replacement = quoted;
        return false;
    }
    bool too_long = false;
    if (!append_unescaped(reader, RdataBuffer::limit - reader.out.size(), too_long))
        return false;
    if (too_long)
        return reader.too_long();
    ++reader.next;
    return true;
}

// RFC 8659 4.1: letters and digits, one at least.
bool read_tag(DataReader& reader)
{
    std::string_view text = reader.word().text;
    if (text.empty())
        return reader.wrong(Mistake::value_invalid, "the tag is empty");
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is_letter(text[i]) && !is_digit(text[i]))
            return reader.wrong_at(i, i + 1, Mistake::value_invalid,
                                   fmt::format("`{}` is not a tag: it can only have letters and digits", text));
    if (text.size() > max_string)
        return reader.wrong(Mistake::string_too_long, "the tag is longer than 255 octets");
    ++reader.next;
    reader.out.append_u8(static_cast<std::uint8_t>(text.size()));
    return reader.out.append(text.data(), text.size());
}

bool unescape(std::string_view text, std::string& out, std::size_t& from, std::size_t& to)
{
    out.clear();
    for (std::size_t i = 0; i < text.size();) {
        std::size_t begin = i;
        char value = text[i++];
        if (value == '\\' && !read_escape(text, i, value)) {
            from = begin;
            to = i;
            return false;
        }
        out += value;
    }
    return true;
}

std::string quoted_text(std::string_view octets)
{
    std::string text = "\"";
    for (char c : octets) {
        auto value = static_cast<unsigned char>(c);
        if (value < ' ' || value >= 0x7f) {
            append_decimal_escape(text, value);
            continue;
        }
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

} // namespace zonevet
