// $GENERATE range lhs [ttl] [class] type rhs: one record for each value of the range. The records are
// read by the same code as written ones; a mistake is told once, with the first value that has it.
#include "syntax/generate.h"

#include "syntax/reader.h"

#include <charconv>
#include <fmt/format.h>

namespace zonevet {

namespace {

bool parse_number(std::string_view text, std::int64_t& out)
{
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

// ip6.arpa style: hexadecimal digits in reverse order with dots between; width counts digits and dots.
std::string nibbles(std::uint64_t value, std::int64_t width, bool upper)
{
    std::string out;
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    do {
        out += digits[value & 15];
        value >>= 4;
        width -= 1;
        if (width > 0 || value > 0) {
            out += '.';
            width -= 1;
        }
    } while (value > 0 || width > 0);
    return out;
}

// Quotes keep the data together and are no part of it; those that are stand behind a backslash.
std::string without_quotes(const Word& data)
{
    std::string out;
    for (std::size_t i = 0; i < data.text.size(); ++i)
        if (!data.quoted || data.text[i] != '\\' || i + 1 == data.text.size() || data.text[i + 1] != '"')
            out += data.text[i];
    return out;
}

} // namespace

std::optional<GenerateRange> parse_generate_range(std::string_view text, std::string& reason)
{
    GenerateRange range;
    std::size_t dash = text.find('-', 1);
    std::size_t slash = text.find('/');
    if (dash == std::string_view::npos || !parse_number(text.substr(0, dash), range.start) ||
        !parse_number(text.substr(dash + 1, slash == std::string_view::npos ? slash : slash - dash - 1), range.stop) ||
        (slash != std::string_view::npos && !parse_number(text.substr(slash + 1), range.step))) {
        reason = fmt::format("`{}` is not a range", text);
        return {};
    }
    if (range.step <= 0) {
        reason = fmt::format("the step of `{}` is not positive", text);
        return {};
    }
    if (range.start < 0 || range.stop > 2147483647) {
        reason = fmt::format("the range `{}` leaves 0 to 2147483647", text);
        return {};
    }
    if (range.stop < range.start) {
        reason = fmt::format("the range `{}` runs backwards", text);
        return {};
    }
    return range;
}

bool uses_counter(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\')
            ++i;
        else if (pattern[i] == '$') {
            if (i + 1 < pattern.size() && pattern[i + 1] == '$')
                ++i;
            else
                return true;
        }
    }
    return false;
}

bool expand_generate(std::string_view pattern, std::int64_t value, std::string& out, std::size_t& from, std::size_t& to)
{
    out.clear();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char c = pattern[i];
        if (c == '\\' && i + 1 < pattern.size()) {
            if (pattern[i + 1] != '$')
                out += c;
            out += pattern[++i];
            continue;
        }
        if (c != '$') {
            out += c;
            continue;
        }
        if (i + 1 < pattern.size() && pattern[i + 1] == '$') {
            out += '$';
            ++i;
            continue;
        }
        if (i + 1 >= pattern.size() || pattern[i + 1] != '{') {
            out += std::to_string(value);
            continue;
        }
        from = i;
        std::size_t close = pattern.find('}', i);
        to = close == std::string_view::npos ? pattern.size() : close + 1;
        if (close == std::string_view::npos)
            return false;
        std::string_view inside = pattern.substr(i + 2, close - i - 2);
        std::int64_t offset = 0, width = 0;
        char base = 'd';
        std::size_t comma = inside.find(',');
        if (!parse_number(inside.substr(0, comma), offset))
            return false;
        if (comma != std::string_view::npos) {
            inside.remove_prefix(comma + 1);
            comma = inside.find(',');
            if (!parse_number(inside.substr(0, comma), width) || width < 0 || width > 255)
                return false;
            if (comma != std::string_view::npos) {
                inside.remove_prefix(comma + 1);
                if (inside.size() != 1)
                    return false;
                base = inside[0];
            }
        }
        std::int64_t moved = value + offset;
        if (moved > 2147483647) // BIND counts in 32 bits
            return false;
        std::uint64_t bits = static_cast<std::uint32_t>(moved);
        int pad = static_cast<int>(width);
        switch (base) {
        case 'd':
            if (moved < 0)
                return false;
            out += fmt::format("{:0{}d}", moved, pad);
            break;
        case 'o':
            out += fmt::format("{:0{}o}", bits, pad);
            break;
        case 'x':
            out += fmt::format("{:0{}x}", bits, pad);
            break;
        case 'X':
            out += fmt::format("{:0{}X}", bits, pad);
            break;
        case 'n':
            out += nibbles(bits, width, false);
            break;
        case 'N':
            out += nibbles(bits, width, true);
            break;
        default:
            return false;
        }
        i = close;
    }
    return true;
}

void Reader::generate_directive()
{
    const PodVector<Word>& words = entry_.words;
    auto wrong = [&](Span span, std::string message, std::string help = "") {
        Problem problem = make(Mistake::generate_invalid, span, std::move(message));
        problem.help = std::move(help);
        tell(std::move(problem));
        sink_.unreadable(nullptr);
    };
    if (entry_.filled || state_.origin_unknown) {
        sink_.unreadable(nullptr);
        return;
    }
    const char* form = "$GENERATE takes a range, an owner, a type and data: `$GENERATE 1-10 host-$ A 192.0.2.$`";
    if (words.size() < 5) {
        wrong(words_span(0, words.size() - 1), "$GENERATE is not complete", form);
        return;
    }
    std::string reason;
    std::optional<GenerateRange> range = parse_generate_range(words[1].text, reason);
    if (!range) {
        wrong(span_of(words[1]), reason, "write the first and the last number: `1-254`, with a step: `0-255/2`");
        return;
    }
    if (range->count() > limits_.max_generated) {
        tell(make(Mistake::generate_too_many, span_of(words[1]),
                  fmt::format("`{}` makes {} records; the limit is {}", words[1].text, range->count(),
                              limits_.max_generated)));
        sink_.unreadable(nullptr);
        return;
    }
    state_.generated += range->count();
    if (state_.generated > limits_.max_all_generated) {
        if (state_.generated - range->count() <= limits_.max_all_generated)
            tell(make(Mistake::generate_too_many, span_of(words[1]),
                      fmt::format("with `{}` the $GENERATE lines of this zone make {} records; the limit is {}",
                                  words[1].text, state_.generated, limits_.max_all_generated)));
        sink_.unreadable(nullptr);
        return;
    }
    if (!uses_counter(words[2].text) && range->count() > 1) {
        Problem problem =
            make(Mistake::generate_fixed_owner, span_of(words[2]),
                 fmt::format("`{}` holds no `$`: all {} records have the same owner", words[2].text, range->count()));
        problem.help = fmt::format("write `$` where the number belongs, such as `{}$`", words[2].text);
        tell(std::move(problem));
    }
    Head head = read_head(words, false, 2);
    ReadRecord out;
    if (!head_mistakes(head) || !ttl(head, out)) {
        sink_.unreadable(nullptr);
        return;
    }
    if (head.record_type == Type::none || head.data >= words.size()) {
        wrong(words_span(0, words.size() - 1), "$GENERATE is not complete", form);
        return;
    }
    out.generated = true;
    out.type = head.record_type;
    out.entry = entry_offset();
    const Word& data = words[head.data];
    if (head.data + 1 < words.size()) {
        std::string_view first = data.text, last = words.back().text;
        std::string_view all(first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
        bool quoted = all.find('"') != std::string_view::npos || data.quoted || words.back().quoted;
        wrong(words_span(head.data + 1, words.size() - 1),
              "the data of $GENERATE must be one word: BIND reads no further",
              quoted ? "put all of it in quotes, with `\\\"` for those inside"
                     : fmt::format("put it in quotes: `\"{}\"`", all));
        return;
    }
    generate_forms(words[2], data);
    std::string pattern = without_quotes(data);
    auto data_span = [&](std::size_t begin, std::size_t end) {
        return pattern == data.text ? span_of(data.text.substr(begin, end - begin)) : span_of(data);
    };
    std::string owner_text, data_text;
    std::size_t from = 0, to = 0;
    EntryText expanded;
    for (std::int64_t value = range->start; value <= range->stop; value += range->step) {
        if (!expand_generate(words[2].text, value, owner_text, from, to)) {
            wrong(span_of(words[2].text.substr(from, to - from)),
                  fmt::format("`{}` is not a modifier", words[2].text.substr(from, to - from)),
                  "a modifier is ${offset,width,base}, with base d, o, x, X, n or N");
            return;
        }
        if (!expand_generate(pattern, value, data_text, from, to)) {
            wrong(data_span(from, to), fmt::format("`{}` is not a modifier", pattern.substr(from, to - from)),
                  "a modifier is ${offset,width,base}, with base d, o, x, X, n or N");
            return;
        }
        char wire[256];
        std::size_t size = 0;
        if (parse_name(owner_text, state_.origin.view(), wire, size).error != NameError::none) {
            wrong(span_of(words[2]),
                  fmt::format("at {} the owner becomes `{}`, which is not a name", value, owner_text));
            return;
        }
        Lexer lexer(data_text);
        expanded.words.clear();
        if (!lexer.next(expanded) ||
            !parse_rdata(head.record_type, expanded.words, state_.origin.view(), data_, error_)) {
            bool quoted = error_.message.find(fmt::format("`{}`", data_text)) != std::string::npos;
            wrong(span_of(data),
                  quoted ? fmt::format("at {} the data is wrong: {}", value, error_.message)
                         : fmt::format("at {} the data becomes `{}`: {}", value, data_text, error_.message));
            return;
        }
        out.owner = Name({wire, size});
        out.rdata = data_.view();
        sink_.record(out);
    }
}

} // namespace zonevet
