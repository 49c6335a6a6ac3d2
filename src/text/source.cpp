// Lines and columns. A zone of a hundred million records has few findings, so nothing is counted
// while reading; the first question counts newlines up to its place and remembers them per block.
#include "text/source.h"
#include "text/utf8.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::uint64_t block = 4 * 1024;

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

Source::Source(std::string path, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at,
               const Placeholders* declared)
    : path_(std::move(path)), bytes_(std::move(bytes)), text_(bytes_->view()), included_at_(included_at)
{
    if (declared != nullptr)
        placeholders_ = declared->find(text_);
}

// For each block three numbers: the newlines before it, where the line it begins in begins, and the
// code points before it. So a place in a file that is one line of 100 MB costs no more than others.
LineColumn Source::locate(std::uint64_t offset) const
{
    constexpr std::size_t lines = 0, line_at = 1, points = 2, numbers = 3;
    offset = std::min<std::uint64_t>(offset, text_.size());
    std::vector<std::uint64_t>& known = lines_before_;
    if (known.empty())
        known.assign(numbers, 0);
    // Blocks are counted from code point to code point.
    auto whole = [&](std::uint64_t at) {
        for (int i = 0; i < 3 && at > 0 && at < text_.size() && (text_[at] & 0xC0) == 0x80; ++i)
            ++at;
        return at;
    };
    auto count_between = [&](std::uint64_t from, std::uint64_t to) {
        return count_code_points(text_.substr(from, to - std::min(from, to)));
    };
    auto points_before = [&](std::uint64_t at) {
        return known[at / block * numbers + points] + count_between(whole(at / block * block), at);
    };
    while (known.size() <= offset / block * numbers) {
        std::uint64_t number = known.size() / numbers - 1, begin = number * block;
        std::string_view piece = text_.substr(begin, block);
        std::size_t newline = piece.rfind('\n');
        const std::uint64_t* last = &known[number * numbers];
        std::uint64_t next[numbers] = {last[lines] + count_newlines(piece),
                                       newline == std::string_view::npos ? last[line_at] : begin + newline + 1,
                                       last[points] + count_between(whole(begin), whole(begin + block))};
        known.insert(known.end(), next, next + numbers);
    }
    std::uint64_t begin = offset / block * block;
    std::string_view piece = text_.substr(begin, offset - begin);
    const std::uint64_t* here = &known[offset / block * numbers];
    std::size_t newline = piece.rfind('\n');
    std::uint64_t line = newline == std::string_view::npos ? here[line_at] : begin + newline + 1;
    return {1 + here[lines] + count_newlines(piece), 1 + points_before(offset) - points_before(line)};
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

std::uint32_t Sources::add(std::string path, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at,
                           const Placeholders* declared)
{
    // Positions hold 24 bits for the source; all of them set means "none".
    items_.push_back(std::make_unique<Source>(std::move(path), std::move(bytes), included_at, declared));
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
