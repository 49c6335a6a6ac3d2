// A polynomial of degree 99 in 37, modulo 2^64, that rolls over the text. GitHub's uploader
// computes the same over UTF-16 code units, with a carriage return (and the line feed behind it) as
// one line end and the code unit 65535 behind the last character.
#include "report/line_hash.h"

#include "text/utf8.h"

#include <array>
#include <fmt/core.h>
#include <unordered_map>

namespace zonevet {

namespace {

constexpr std::size_t window = 100;
constexpr std::uint64_t base = 37;
constexpr std::uint64_t highest = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < window; ++i)
        power *= base;
    return power;
}();

class Roller {
public:
    Roller(const std::vector<std::uint64_t>& wanted, std::vector<std::string>& hashes)
        : wanted_(wanted), hashes_(hashes)
    {
    }

    void take(std::uint64_t unit)
    {
        if (unit == ' ' || unit == '\t' || (after_return_ && unit == '\n')) {
            after_return_ = false;
            return;
        }
        after_return_ = unit == '\r';
        if (after_return_)
            unit = '\n';
        settle();
        if (line_start_)
            line_of_[at_] = ++line_;
        line_start_ = unit == '\n';
        push(unit);
    }

    // Zeros follow the text until its last line has left the window.
    void finish()
    {
        take(65535);
        for (std::size_t i = 0; i < window; ++i) {
            settle();
            push(0);
        }
    }

    bool done() const { return next_ == wanted_.size(); }

private:
    // The place that is overwritten next holds what entered a window ago: when a line began there,
    // the hash is the line's.
    void settle()
    {
        std::uint64_t line = line_of_[at_];
        if (line == 0)
            return;
        line_of_[at_] = 0;
        std::uint64_t count = ++seen_[hash_];
        while (next_ < wanted_.size() && wanted_[next_] == line)
            hashes_[next_++] = fmt::format("{:x}:{}", hash_, count);
    }

    void push(std::uint64_t unit)
    {
        hash_ = hash_ * base + unit - highest * units_[at_];
        units_[at_] = unit;
        at_ = (at_ + 1) % window;
    }

    const std::vector<std::uint64_t>& wanted_;
    std::vector<std::string>& hashes_;
    std::size_t next_ = 0;
    std::array<std::uint64_t, window> units_{};
    std::array<std::uint64_t, window> line_of_{}; // 0: no line begins here
    std::unordered_map<std::uint64_t, std::uint64_t> seen_;
    std::uint64_t hash_ = 0;
    std::uint64_t line_ = 0;
    std::size_t at_ = 0;
    bool line_start_ = true;
    bool after_return_ = false;
};

} // namespace

std::vector<std::string> line_hashes(std::string_view text, const std::vector<std::uint64_t>& wanted)
{
    std::vector<std::string> hashes(wanted.size());
    Roller roller(wanted, hashes);
    for (std::size_t i = 0; i < text.size() && !roller.done();) {
        CodePoint point = code_point_at(text, i);
        std::uint64_t value = point.valid ? point.value : 0xfffd; // as a decoder would replace it
        if (value > 0xffff) {
            roller.take(0xd800 + ((value - 0x10000) >> 10));
            value = 0xdc00 + ((value - 0x10000) & 0x3ff);
        }
        roller.take(value);
        i += point.length;
    }
    if (!roller.done())
        roller.finish();
    return hashes;
}

} // namespace zonevet
