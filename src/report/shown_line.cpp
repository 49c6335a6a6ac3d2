// From octets to the columns of a terminal. A line of a zone may hold tabs, wide letters, broken
// UTF-8 and, since DKIM keys and generated files exist, megabytes; the marks must still stand under
// what they mean.
#include "text/quote.h"

#include "text/utf8.h"

#include <algorithm>

namespace zonevet::snippet {

namespace {

struct Cell {
    std::size_t offset; // in the line
    std::size_t column; // of the terminal
    std::size_t width;
    std::string text;
};

std::vector<Cell> cells_of(std::string_view line)
{
    std::vector<Cell> cells;
    cells.reserve(line.size());
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size();) {
        CodePoint point = code_point_at(line, i);
        Cell cell{i, column, 1, {}};
        if (point.valid && point.value == '\t') {
            cell.width = 8 - column % 8;
            cell.text.assign(cell.width, ' ');
        } else if (!point.valid || is_invisible(point.value)) {
            cell.text = stand_in(point);
            cell.width = cell.text.size();
        } else {
            cell.text = std::string(line.substr(i, point.length));
            cell.width = display_width(point.value);
            // defused() breaks the commands of CI logs; so does this, cell by cell.
            if (line.substr(i).starts_with("#[") || line.substr(i).starts_with("#vso[")) {
                if (i > 0 && line[i - 1] == '#') {
                    cell.text = "\\x23";
                    cell.width = 4;
                }
            }
        }
        column += cell.width;
        i += point.length;
        cells.push_back(std::move(cell));
    }
    cells.push_back({line.size(), column, 1, {}}); // a mark may stand behind the last character
    return cells;
}

std::size_t column_of(const std::vector<Cell>& cells, std::size_t offset)
{
    // The last cell that begins at or before the offset: it may lie inside a character.
    auto after = std::upper_bound(cells.begin(), cells.end(), offset,
                                  [](std::size_t o, const Cell& cell) { return o < cell.offset; });
    return std::prev(after)->column;
}

constexpr std::string_view dots = "...";

} // namespace

ShownLine show_line(std::string_view line, std::size_t begin, std::size_t end, std::size_t room)
{
    room = std::max<std::size_t>(room, 24);
    // Only the surroundings of the mark are looked at, so that a line of a gigabyte costs nothing.
    std::size_t reach = room * 8;
    bool cut_left = begin > reach;
    std::size_t from = cut_left ? begin - reach : 0;
    bool cut_right = line.size() - from > 2 * reach;
    line = line.substr(from, 2 * reach);
    begin = std::min(begin - from, line.size());
    end = std::clamp(end - from, begin, line.size());

    std::vector<Cell> cells = cells_of(line);
    std::size_t total = cells.back().column;
    std::size_t mark_begin = column_of(cells, begin);
    std::size_t mark_end = std::max(column_of(cells, end), mark_begin + 1);

    std::size_t left = 0, right = total; // the columns that are shown
    if (total > room || cut_left || cut_right) {
        std::size_t space = room - 2 * dots.size();
        std::size_t mark = std::min(mark_end - mark_begin, space);
        std::size_t before =
            std::min(mark_begin, std::max((space - mark) / 2, std::min<std::size_t>(16, space - mark)));
        left = !cut_left && mark_begin + mark <= space ? 0 : mark_begin - before;
        right = std::min(total, left + space);
        cut_left = cut_left || left > 0;
        cut_right = cut_right || right < total;
    }
    ShownLine shown;
    if (cut_left)
        shown.text = dots;
    std::size_t shift = cut_left ? dots.size() : 0;
    for (const Cell& cell : cells) {
        if (cell.column >= left && cell.column + cell.width <= right)
            shown.text += cell.text;
        else if (cell.column < left && cell.column + cell.width > left)
            shown.text.append(cell.column + cell.width - left, ' '); // a cell across the cut
    }
    if (cut_right)
        shown.text += dots;
    shown.mark_begin = shift + std::max(mark_begin, left) - left;
    shown.mark_end = shift + std::min(mark_end, std::max(right, mark_begin + 1)) - left;
    while (!shown.text.empty() && shown.text.back() == ' ')
        shown.text.pop_back();
    return shown;
}

} // namespace zonevet::snippet
