// Lines and columns. A zone of a hundred million records has few findings, so nothing is counted
// while reading; the first question counts newlines up to its place and remembers them per block.
#include "text/source.h"
#include "text/utf8.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::uint64_t block = 64 * 1024;

std::uint64_t count_newlines(std::string_view text)
{
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

std::uint64_t line_begin(std::string_view text, std::uint64_t offset)
{
    if (offset == 0)
        return 0;
    std::size_t newline = text.rfind('\n', offset - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
}

} // namespace

Source::Source(std::string path, std::shared_ptr<const Bytes> bytes,
               std::optional<Span> included_at)
    : path_(std::move(path)), bytes_(std::move(bytes)), text_(bytes_->view()),
      included_at_(included_at)
{
}

LineColumn Source::locate(std::uint64_t offset) const
{
    offset = std::min<std::uint64_t>(offset, text_.size());
    std::uint64_t number = offset / block;
    if (lines_before_.empty())
        lines_before_.push_back(0);
    while (lines_before_.size() <= number) {
        std::uint64_t begin = (lines_before_.size() - 1) * block;
        lines_before_.push_back(lines_before_.back() + count_newlines(text_.substr(begin, block)));
    }
    std::uint64_t begin = number * block;
    LineColumn place;
    place.line = 1 + lines_before_[number] + count_newlines(text_.substr(begin, offset - begin));
    // Findings on one long line are asked for in their order: counting goes on from the last one.
    std::uint64_t from = last_offset_;
    place.column = last_column_;
    if (offset < from || text_.substr(from, offset - from).find('\n') != std::string_view::npos) {
        from = line_begin(text_, offset);
        place.column = 1;
    }
    place.column += count_code_points(text_.substr(from, offset - from));
    bool inside = offset < text_.size() && (text_[offset] & 0xC0) == 0x80; // of a code point
    if (!inside) {
        last_offset_ = offset;
        last_column_ = place.column;
    }
    return place;
}

Span Source::line_around(std::uint64_t offset, std::uint32_t self) const
{
    offset = std::min<std::uint64_t>(offset, text_.size());
    std::uint64_t begin = line_begin(text_, offset);
    std::size_t newline = text_.find('\n', offset);
    std::uint64_t end = newline == std::string_view::npos ? text_.size() : newline;
    if (end > begin && text_[end - 1] == '\r')
        --end;
    return {self, begin, end};
}

std::uint32_t Sources::add(std::string path, std::shared_ptr<const Bytes> bytes,
                           std::optional<Span> included_at)
{
    // Positions hold 24 bits for the source; all of them set means "none".
    items_.push_back(std::make_unique<Source>(std::move(path), std::move(bytes), included_at));
    return static_cast<std::uint32_t>(items_.size() - 1);
}

std::string_view Sources::text(const Span& span) const
{
    std::string_view text = (*this)[span.source].text();
    std::uint64_t begin = std::min<std::uint64_t>(span.begin, text.size());
    std::uint64_t end = std::clamp<std::uint64_t>(span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

LineColumn Sources::locate(Position position) const
{
    return (*this)[position.source()].locate(position.offset());
}

} // namespace zonevet
