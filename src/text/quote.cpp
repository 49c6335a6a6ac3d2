// The frame around source lines: numbers, bars, marks, labels.
#include "text/quote.h"

#include "text/utf8.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::snippet {

Span trimmed(const Sources& sources, Span span)
{
    std::string_view text = sources[span.source].text();
    span.begin = std::min<std::uint64_t>(span.begin, text.size());
    span.end = std::clamp<std::uint64_t>(span.end, span.begin, text.size());
    while (span.end > span.begin && (text[span.end - 1] == '\n' || text[span.end - 1] == '\r'))
        --span.end;
    return span;
}

std::string Drawing::gutter(std::size_t number, char separator) const
{
    return paint(style_, Ink::blue, fmt::format(" {:>{}} {}", number, digits_, separator)) + " ";
}

std::string Drawing::bar() const
{
    return paint(style_, Ink::blue, fmt::format(" {:>{}} |", "", digits_));
}

std::string Drawing::empty_gutter() const
{
    return bar() + " ";
}

std::size_t Drawing::room() const
{
    std::size_t taken = digits_ + 4;
    return style_.width > taken ? style_.width - taken : 0;
}

std::string Drawing::arrow(const Sources& sources, const Span& span) const
{
    LineColumn at = sources.locate(span.position());
    return fmt::format("{:>{}}{} {}:{}:{}", "", digits_, paint(style_, Ink::blue, "-->"),
                       shown_path(sources[span.source].path()), at.line, at.column);
}

std::string Drawing::fact(std::string_view name, std::string_view text) const
{
    return fmt::format(" {:>{}} {} {} {}\n", "", digits_, paint(style_, Ink::blue, "="),
                       paint(style_, Ink::bold, fmt::format("{}:", name)), text);
}

std::string Drawing::marked(const Sources& sources, const Span& whole, std::string_view label, char mark, Ink ink) const
{
    Span span = trimmed(sources, whole);
    const Source& source = sources[span.source];
    bool one = source.line_around(span.begin, span.source) == source.line_around(span.end, span.source);
    return bar() + "\n" + (one ? one_line(source, span, label, mark, ink) : many_lines(source, span, label, mark, ink));
}

std::string Drawing::one_line(const Source& source, const Span& span, std::string_view label, char mark, Ink ink) const
{
    Span line = source.line_around(span.begin, span.source);
    std::string_view text = source.text().substr(line.begin, line.end - line.begin);
    ShownLine shown = show_line(text, span.begin - line.begin, span.end - line.begin, room());
    std::string marks(shown.mark_end - shown.mark_begin, mark);
    if (!label.empty())
        marks += " " + defused(label);
    return gutter(source.locate(span.begin).line, '|') + shown.text + "\n" + empty_gutter() +
           std::string(shown.mark_begin, ' ') + paint(style_, ink, marks) + "\n";
}

std::string Drawing::many_lines(const Source& source, const Span& span, std::string_view label, char mark,
                                Ink ink) const
{
    std::vector<Span> lines;
    std::uint64_t first = source.locate(span.begin).line;
    std::uint64_t last = source.locate(span.end).line;
    // All lines of a short span; of a long one the first two and the last.
    bool all = last - first < 6;
    for (std::uint64_t at = span.begin; at <= span.end && (all || lines.size() < 2);) {
        lines.push_back(source.line_around(at, span.source));
        std::size_t newline = source.text().find('\n', lines.back().end);
        if (newline == std::string_view::npos)
            break;
        at = newline + 1;
    }
    if (!all)
        lines.push_back(source.line_around(span.end, span.source));

    std::size_t space = room() > 2 ? room() - 2 : 0;
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Span& line = lines[i];
        bool is_last = i + 1 == lines.size();
        std::string_view text = source.text().substr(line.begin, line.end - line.begin);
        std::size_t begin = i == 0 ? span.begin - line.begin : 0;
        std::size_t end = is_last ? span.end - line.begin : i == 0 ? text.size() : 0;
        // The mark of the last line is its last character.
        ShownLine shown = is_last ? show_line(text, end == 0 ? 0 : end - 1, end, space)
                                  : show_line(text, begin, i == 0 ? begin + 1 : 1, space);
        bool whole = text.substr(0, begin).find_first_not_of(" \t") == std::string_view::npos;
        if (is_last && !all)
            out += empty_gutter() + paint(style_, ink, "| ...") + "\n";
        std::string side = i == 0 ? (whole ? "/" : " ") : "|";
        std::string row = gutter(source.locate(line.begin).line, '|') + paint(style_, ink, side);
        out += row + (shown.text.empty() ? "" : " ") + shown.text + "\n";
        if (i == 0 && !whole)
            out += empty_gutter() + " " + paint(style_, ink, std::string(shown.mark_begin + 1, '_') + mark) + "\n";
        if (is_last) {
            std::string marks = "|" + std::string(shown.mark_begin + 1, '_') + mark;
            if (!label.empty())
                marks += " " + defused(label);
            out += empty_gutter() + paint(style_, ink, marks) + "\n";
        }
    }
    return out;
}

std::string Drawing::replaced(const Sources& sources, const Span& span, std::string_view fix) const
{
    const Source& source = sources[span.source];
    Span first = source.line_around(span.begin, span.source);
    Span last = source.line_around(span.end, span.source);
    std::string_view all = source.text();
    std::string_view old_text = all.substr(span.begin, span.end - span.begin);
    std::string_view head = all.substr(first.begin, span.begin - first.begin);
    // A line end that is part of the span belongs to its last line.
    std::string_view tail = all.substr(std::min(span.end, last.end), last.end - std::min(span.end, last.end));
    std::uint64_t number = source.locate(span.begin).line;

    std::string out = bar() + "\n";
    auto rows = [&](std::string_view text, char sign, Ink ink) {
        std::size_t row = number;
        while (true) {
            std::size_t newline = text.find('\n');
            std::string_view line = text.substr(0, newline);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            std::size_t begin = row == number ? std::min(head.size(), line.size()) : 0;
            std::string shown =
                show_line(line, begin, line.size() - std::min(line.size() - begin, tail.size()), room()).text;
            out += paint(style_, Ink::blue, fmt::format(" {:>{}} ", row, digits_)) +
                   paint(style_, ink, shown.empty() ? std::string(1, sign) : fmt::format("{} {}", sign, shown)) + "\n";
            if (newline == std::string_view::npos || row - number > 12)
                break;
            text.remove_prefix(newline + 1);
            ++row;
        }
    };
    std::string old_lines = fmt::format("{}{}{}", head, old_text, tail);
    std::string new_lines = fmt::format("{}{}{}", head, fix, tail);
    rows(old_lines, '-', Ink::red);
    bool blank = new_lines.find_first_not_of(" \t\r\n") == std::string::npos;
    if (fix.empty() && blank)
        return out; // the whole line goes
    rows(new_lines, '+', Ink::green);
    if (fix.empty() || new_lines.find('\n') != std::string::npos)
        return out;
    // What was added to the old text is shown as such; anything else is a replacement.
    std::size_t begin = 0, end = fix.size();
    char mark = '~';
    if (fix.size() > old_text.size() && fix.starts_with(old_text)) {
        begin = old_text.size();
        mark = '+';
    } else if (fix.size() > old_text.size() && fix.ends_with(old_text)) {
        end = fix.size() - old_text.size();
        mark = '+';
    }
    ShownLine whole = show_line(new_lines, head.size(), head.size() + fix.size(), room());
    ShownLine part = show_line(new_lines, head.size() + begin, head.size() + end, room());
    // The cut must be the one of the line above.
    const ShownLine& under = part.text == whole.text ? part : whole;
    out += empty_gutter() + std::string(under.mark_begin, ' ') +
           paint(style_, Ink::green, std::string(under.mark_end - under.mark_begin, mark)) + "\n";
    return out;
}

} // namespace zonevet::snippet

namespace zonevet {

std::string paint(const PrintStyle& style, Ink ink, std::string_view text)
{
    if (!style.color || ink == Ink::plain || text.empty())
        return std::string(text);
    std::string_view code = ink == Ink::red      ? "1;31"
                            : ink == Ink::yellow ? "1;33"
                            : ink == Ink::cyan   ? "1;36"
                            : ink == Ink::green  ? "1;32"
                            : ink == Ink::blue   ? "1;34"
                                                 : "1";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string shown_path(std::string_view path)
{
    std::string text = defused(path);
    // A CI runner reads a line that begins with "::" (after blanks) as a command.
    if (text.empty() || text.front() == ':' || text.front() == ' ' || text.front() == '#')
        text.insert(0, "./");
    return text;
}

std::string quoted_source(const Sources& sources, const Span& span)
{
    PrintStyle style;
    std::size_t digits = fmt::formatted_size("{}", sources.locate(span.position()).line);
    snippet::Drawing drawing(style, digits);
    return drawing.arrow(sources, span) + "\n" + drawing.marked(sources, span, "", '^', Ink::red);
}

} // namespace zonevet
