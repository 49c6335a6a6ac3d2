// Draws pieces of a source: the line with its number, marks under the exact columns, a label; spans
// over several lines; the lines before and after a fix. Knows about tabs, wide characters,
// invisible characters and lines too long for the terminal.
#pragma once

#include "text/source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

// How text is laid out for whoever reads it.
struct PrintStyle {
    bool color = false;      // ANSI colours and hyperlinks
    std::size_t width = 100; // columns of the terminal
};

enum class Ink : std::uint8_t { plain, bold, red, yellow, cyan, green, blue };

// `text` in a colour, when colours are on.
std::string paint(const PrintStyle& style, Ink ink, std::string_view text);

// "path" so that it cannot begin a line with a command for a CI log, defused.
std::string shown_path(std::string_view path);

// "  --> zonevet.toml:4:1" and the line with marks under `span`: for messages about other texts than zones.
std::string quoted_source(const Sources& sources, const Span& span);

} // namespace zonevet

namespace zonevet::snippet {

// One line as a terminal shows it, with the columns (from 0) in which its mark begins and ends.
struct ShownLine {
    std::string text;
    std::size_t mark_begin = 0, mark_end = 0;
};

// `line` cut to `room` columns around the octets [begin, end), which are to be marked. Tabs become
// blanks up to the next multiple of eight, as in an editor.
ShownLine show_line(std::string_view line, std::size_t begin, std::size_t end, std::size_t room);

class Drawing {
public:
    Drawing(const PrintStyle& style, std::size_t digits) : style_(style), digits_(digits) {}

    // "    |"
    std::string bar() const;
    // "  --> path:13:38"
    std::string arrow(const Sources& sources, const Span& span) const;
    // "    = note: text"
    std::string fact(std::string_view name, std::string_view text) const;
    // The lines of `span`, marked with '^' (the finding) or '-' (another place).
    std::string marked(const Sources& sources, const Span& span, std::string_view label, char mark, Ink ink) const;
    // " 13 - old", " 13 + new", and marks under what is new.
    std::string replaced(const Sources& sources, const Span& span, std::string_view fix) const;

private:
    std::string gutter(std::size_t number, char separator) const;
    std::string empty_gutter() const;
    std::size_t room() const;
    std::string one_line(const Source& source, const Span& span, std::string_view label, char mark, Ink ink) const;
    std::string many_lines(const Source& source, const Span& span, std::string_view label, char mark, Ink ink) const;

    const PrintStyle& style_;
    std::size_t digits_; // of the largest line number of this finding
};

// Without line ends after its last word, so that it does not reach into the next line.
Span trimmed(const Sources& sources, Span span);

} // namespace zonevet::snippet
