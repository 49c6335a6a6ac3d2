// The character loop of the reader. Everything that is not special (blank, line end, quote,
// parenthesis, semicolon, backslash) belongs to a word; words are views into the source.
#include "syntax/lexer.h"

#include "dns/types.h"
#include "syntax/masks.h"
#include "syntax/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

namespace zonevet {

namespace {

enum Class : std::uint8_t { plain, blank, newline, carriage, quote, open, close, comment, backslash };

constexpr std::array<std::uint8_t, 256> make_classes()
{
    std::array<std::uint8_t, 256> table{};
    table[' '] = table['\t'] = blank;
    table['\n'] = newline;
    table['\r'] = carriage;
    table['"'] = quote;
    table['('] = open;
    table[')'] = close;
    table[';'] = comment;
    table['\\'] = backslash;
    return table;
}
constexpr auto classes = make_classes();

Class class_of(char c)
{
    return static_cast<Class>(classes[static_cast<unsigned char>(c)]);
}

std::string_view view(const char* begin, const char* end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view line_at(const char* begin, const char* end)
{
    const void* found = std::memchr(begin, '\n', static_cast<std::size_t>(end - begin));
    return view(begin, found != nullptr ? static_cast<const char*>(found) : end);
}

// How many lines below its first a string may close.
constexpr int quote_reach = 20;

// The end of a string that runs over lines, or null when it should end with its line.
const char* closing_quote_below(const char* line_end, const char* end)
{
    const char* p = line_end;
    for (int line = 0; line < quote_reach && p < end; ++line) {
        ++p; // the line end
        std::string_view text = line_at(p, end);
        // An odd number of quotes closes ours; a record head means that ours was lost.
        if (looks_like_record(text))
            return nullptr;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                return text.data() + i;
        }
        p = text.data() + text.size();
    }
    return nullptr;
}

} // namespace

std::string_view outer_text(const Word& word, std::string_view source)
{
    if (!word.quoted)
        return word.text;
    const char* begin = word.text.data() - 1;
    const char* end = word.text.data() + word.text.size();
    if (end < source.data() + source.size() && *end == '"')
        ++end;
    return view(begin, end);
}

bool looks_like_record(std::string_view line)
{
    std::size_t i = 0;
    auto next_word = [&]() -> std::string_view {
        while (i < line.size() && class_of(line[i]) == blank)
            ++i;
        std::size_t begin = i;
        while (i < line.size() && (class_of(line[i]) == plain || class_of(line[i]) == backslash))
            ++i;
        return line.substr(begin, i - begin);
    };
    if (line.empty())
        return false;
    bool in_column_one = class_of(line[0]) != blank;
    if (in_column_one) {
        std::string_view owner = next_word();
        if (owner.empty())
            return false;
        if (owner[0] == '$')
            return directive_from_text(owner) != Directive::unknown;
    }
    bool has_class = false;
    for (int words = 0; words < 3; ++words) {
        std::string_view word = next_word();
        if (word.empty())
            return false;
        if (class_from_text(word) != RecordClass::none) {
            has_class = true;
            continue;
        }
        if (word[0] >= '0' && word[0] <= '9')
            continue;
        if (!in_column_one && !has_class)
            return false;
        if (type_from_text(word) == Type::none)
            return false;
        while (i < line.size() && class_of(line[i]) == blank)
            ++i;
        // Data follows, perhaps in quotes or parentheses.
        return i < line.size() && class_of(line[i]) != comment && class_of(line[i]) != newline &&
               class_of(line[i]) != carriage;
    }
    return false;
}

// What is known of an open parenthesis while its group is read.
struct Lexer::Group {
    int depth = 0;
    const char* opened = nullptr;
    // The first line inside the group that looks like a record of its own.
    const char* doubtful = nullptr;
    std::size_t words_before = 0, mistakes_before = 0;
};

const char* Lexer::quoted_word(const char* p, EntryText& entry)
{
    const char* end = text_.data() + text_.size();
    Word word;
    word.quoted = true;
    word.joined = !entry.words.empty() && p > text_.data() &&
                  (class_of(p[-1]) == plain || class_of(p[-1]) == quote || class_of(p[-1]) == backslash);
    const char* begin = ++p;
    const char* limit = end;
    bool over_lines = false;
    for (; p < limit; ++p) {
        if (p == placeholder_) {
            word.filled = Filled::partly;
            p = pass_placeholder(entry) - 1;
            continue;
        }
        Class c = class_of(*p);
        if (c == quote) {
            word.text = view(begin, p);
            entry.words.push_back(word);
            return p + 1;
        }
        if (c == backslash) {
            word.escaped = true;
            if (p + 1 < limit && p[1] != '\n')
                ++p;
        } else if (c == newline && !over_lines) {
            const char* closing = closing_quote_below(p, end);
            entry.mistakes.push_back({Mistake::quote_unclosed, view(begin - 1, p)});
            if (closing == nullptr)
                break;
            over_lines = true;
        }
    }
    if (p == end && (entry.mistakes.empty() || entry.mistakes.back().text.data() != begin - 1))
        entry.mistakes.push_back({Mistake::quote_unclosed, view(begin - 1, p)});
    const char* stop = p;
    if (stop > begin && stop[-1] == '\r')
        --stop;
    word.text = view(begin, stop);
    entry.words.push_back(word);
    return p;
}

// The first placeholder at or behind `offset` is the next one.
void Lexer::seek_placeholder(std::size_t offset)
{
    auto next = std::lower_bound(placeholders_.begin(), placeholders_.end(), offset,
                                 [](const Stretch& stretch, std::size_t at) { return stretch.begin < at; });
    bool is_near = next != placeholders_.end() && next->begin < text_.size();
    placeholder_ = is_near ? text_.data() + next->begin : nullptr;
    placeholder_end_ = is_near ? text_.data() + std::min<std::size_t>(next->end, text_.size()) : nullptr;
}

// Behind the placeholder that is at hand.
const char* Lexer::pass_placeholder(EntryText& entry)
{
    entry.filled = true;
    const char* end = placeholder_end_;
    seek_placeholder(static_cast<std::size_t>(end - text_.data()));
    return end;
}

// Nearly every line of a large zone has no quote, parenthesis, comment or escape: its words lie
// between blanks, and bit scans find them without looking at single octets.
bool Lexer::plain_line(EntryText& entry)
{
    const char* const begin = text_.data() + at_;
    std::size_t left = text_.size() - at_;
    std::size_t base = 0;      // of the block, from the start of the line
    std::uint64_t in_word = 0; // the octet before the block belongs to a word
    const char* word_begin = nullptr;
    std::uint64_t after_separator = 1; // the octet before the block ends a label
    bool plain = true;
    for (;; base += 64) {
        if (left < base + 64 || base > 4096)
            return false;
        Masks masks = masks_of(begin + base);
        std::uint64_t until = masks.newline == 0 ? ~std::uint64_t{0} : (masks.newline & -masks.newline) - 1;
        if ((masks.odd & until) != 0 && has_special(begin + base, masks.odd & until))
            return false;
        std::uint64_t separator = masks.blank | masks.dot | masks.newline;
        std::uint64_t edge =
            masks.hyphen & (separator << 1 | after_separator | separator >> 1 | std::uint64_t{1} << 63);
        plain = plain && ((masks.odd | edge) & until) == 0;
        after_separator = separator >> 63;
        std::uint64_t word = ~masks.blank & until;
        // A bit where a word begins or ends.
        std::uint64_t edges = word ^ (word << 1 | in_word);
        if (masks.newline != 0)
            edges &= until << 1 | 1;           // a word may end at the newline
        if (base == 0 && masks.newline != 0) { // most lines are one block: words are pairs of edges
            while (edges != 0) {
                int from = std::countr_zero(edges);
                edges &= edges - 1;
                int to = std::countr_zero(edges);
                edges &= edges - 1;
                entry.words.push_back({view(begin + from, begin + to)});
            }
        }
        while (edges != 0) {
            const char* at = begin + base + std::countr_zero(edges);
            edges &= edges - 1;
            if (word_begin == nullptr) {
                word_begin = at;
            } else {
                Word found;
                found.text = view(word_begin, at);
                entry.words.push_back(found);
                word_begin = nullptr;
            }
        }
        if (masks.newline != 0) {
            std::size_t size = base + static_cast<std::size_t>(std::countr_zero(masks.newline)) + 1;
            entry.text = view(begin, begin + size);
            entry.plain = plain;
            at_ += size;
            return true;
        }
        in_word = word >> 63;
    }
}

bool Lexer::next(EntryText& entry)
{
    if (at_ >= text_.size())
        return false;
    const char* const entry_begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const char* p = entry_begin;
    entry.words.clear();
    entry.mistakes.clear();
    entry.comment = {};
    entry.first_comment = {};
    entry.group = false;
    entry.filled = false;
    entry.plain = false;
    entry.carriage_return = false;
    entry.leading_blank = class_of(*p) == blank;
    if (!placeholders_.empty())
        seek_placeholder(at_);
    bool here = placeholder_ != nullptr && std::find(entry_begin, placeholder_, '\n') == placeholder_;
    if (!here && plain_line(entry))
        return true;
    entry.words.clear();
    Group group;

    auto recover = [&] {
        // Give the doubtful line and all after it back: they are entries of their own.
        entry.words.resize(group.words_before, {});
        entry.mistakes.resize(group.mistakes_before);
        entry.filled = std::any_of(entry.words.begin(), entry.words.end(),
                                   [](const Word& word) { return word.filled != Filled::no; });
        for (std::string_view* comment : {&entry.comment, &entry.first_comment})
            if (comment->data() >= group.doubtful)
                *comment = {};
        p = group.doubtful;
    };
    auto note_once = [&](Mistake mistake, const char* at) {
        for (const LexMistake& m : entry.mistakes)
            if (m.mistake == mistake)
                return;
        entry.mistakes.push_back({mistake, view(at, at + 1)});
    };
    auto unclosed = [&] {
        // A lost quote may have swallowed the parenthesis; one mistake is enough.
        for (const LexMistake& m : entry.mistakes)
            if (m.mistake == Mistake::quote_unclosed)
                return;
        entry.mistakes.push_back({Mistake::parenthesis_unclosed, view(group.opened, group.opened + 1)});
    };

    for (;;) {
        if (p == end) {
            if (group.depth > 0) {
                if (group.doubtful != nullptr)
                    recover();
                unclosed();
            }
            break;
        }
        switch (p == placeholder_ ? plain : class_of(*p)) {
        case blank:
            ++p;
            continue;
        case carriage:
            if (p + 1 < end && p[1] == '\n')
                entry.carriage_return = true;
            ++p;
            continue;
        case newline:
            ++p;
            if (group.depth == 0)
                break;
            if (group.doubtful == nullptr && p < end && looks_like_record(line_at(p, end))) {
                group.doubtful = p;
                group.words_before = entry.words.size();
                group.mistakes_before = entry.mistakes.size();
            }
            continue;
        case comment: {
            std::string_view text = line_at(p, end);
            std::size_t size = text.size();
            if (size > 0 && text[size - 1] == '\r') {
                --size;
                entry.carriage_return = true;
            }
            text = text.substr(0, size);
            if (entry.first_comment.empty())
                entry.first_comment = text;
            std::size_t word = 1;
            while (word < size && (text[word] == ' ' || text[word] == '\t' || text[word] == ';'))
                ++word;
            if (entry.comment.empty() && text.substr(word, 8) == "zonevet:")
                entry.comment = text;
            p = text.data() + text.size();
            if (!placeholders_.empty())
                seek_placeholder(static_cast<std::size_t>(p - text_.data()));
            continue;
        }
        case quote:
            p = quoted_word(p, entry);
            continue;
        case open:
            if (group.depth > 0) {
                if (group.doubtful != nullptr) {
                    recover();
                    unclosed();
                    group.depth = 0;
                    break;
                }
                note_once(Mistake::parenthesis_nested, p);
            } else {
                group.opened = p;
            }
            entry.group = true;
            ++group.depth;
            ++p;
            continue;
        case close:
            if (group.depth == 0)
                note_once(Mistake::parenthesis_unopened, p);
            else
                --group.depth;
            if (group.depth == 0)
                group = {};
            ++p;
            continue;
        case plain:
        case backslash: {
            Word word;
            const char* begin = p;
            std::size_t filled = 0; // octets of it
            word.joined = !entry.words.empty() && p > text_.data() && class_of(p[-1]) == quote;
            for (;;) {
                while (p < end && class_of(*p) == plain && p != placeholder_)
                    ++p;
                if (p < end && p == placeholder_) {
                    const char* from = p;
                    p = pass_placeholder(entry);
                    filled += static_cast<std::size_t>(p - from);
                    continue;
                }
                if (p == end || class_of(*p) != backslash)
                    break;
                word.escaped = true;
                ++p;
                if (p < end && *p != '\n' && *p != '\r')
                    ++p;
                else
                    entry.mistakes.push_back({Mistake::escape_invalid, view(p - 1, p)});
            }
            word.text = view(begin, p);
            if (filled > 0)
                word.filled = filled == word.text.size() ? Filled::wholly : Filled::partly;
            entry.words.push_back(word);
            continue;
        }
        }
        break;
    }
    entry.text = view(entry_begin, p);
    at_ = static_cast<std::size_t>(p - text_.data());
    return true;
}

} // namespace zonevet
