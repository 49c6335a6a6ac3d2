// Text with places. `Sources` owns the bytes of every file that was read (never copied); everything else holds
// positions into it. Lines and columns are counted only when somebody asks.
#pragma once

#include "text/placeholders.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// A place in one source: its number and a byte offset, packed so that positions of one source sort by
// offset. Up to 16 million sources of up to 1 TiB.
class Position {
public:
    constexpr Position() = default;
    constexpr Position(std::uint32_t source, std::uint64_t offset)
        : bits_(static_cast<std::uint64_t>(source) << 40 | offset)
    {
    }
    constexpr std::uint32_t source() const { return static_cast<std::uint32_t>(bits_ >> 40); }
    constexpr std::uint64_t offset() const { return bits_ & ((std::uint64_t{1} << 40) - 1); }
    constexpr std::uint64_t bits() const { return bits_; }
    friend constexpr bool operator==(Position, Position) = default;
    friend constexpr auto operator<=>(Position, Position) = default;

private:
    std::uint64_t bits_ = ~std::uint64_t{0}; // none
};

// Octets [begin, end) of one source.
struct Span {
    std::uint32_t source = 0;
    std::uint64_t begin = 0, end = 0;

    Position position() const { return {source, begin}; }
    friend bool operator==(const Span&, const Span&) = default;
};

// 1-based; the column counts code points (a broken UTF-8 octet counts as one).
struct LineColumn {
    std::uint64_t line = 1, column = 1;
};

// The bytes of a file as they were when it was read. Zero-terminated reading is not promised; use size().
class Bytes {
public:
    Bytes() = default;
    explicit Bytes(std::string owned);
    // Throw Failure with the reason, also when the file changes while it is read. The first is for a file that the
    // person who runs the program named; the second closes the descriptor, and when that is below 0 errno is the
    // reason. What is behind `most` octets is left out.
    static Bytes of_file(const std::string& path);
    static Bytes of_descriptor(int descriptor, const std::string& path, std::uint64_t most = ~std::uint64_t{0});
    // A pipe, standard input. Throws Failure when it has more than `limit` octets: it may never end.
    static Bytes of_stream(int descriptor, const std::string& name, std::uint64_t limit = std::uint64_t{1} << 30);
    Bytes(Bytes&&) noexcept;
    Bytes& operator=(Bytes&&) noexcept;
    ~Bytes();

    std::string_view view() const { return {data_, size_}; }

private:
    void take_pages(std::uint64_t size);

    const char* data_ = "";
    std::uint64_t size_ = 0;
    bool mapped_ = false;
    std::unique_ptr<std::string> owned_;
};

class Source {
public:
    Source(std::string path, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at,
           const Placeholders* declared);

    const std::string& path() const { return path_; } // as the user wrote it; "-" for standard input
    std::string_view text() const { return text_; }
    const Bytes& bytes() const { return *bytes_; }
    // Where declared placeholders stand, in order.
    std::span<const Stretch> placeholders() const { return placeholders_; }
    // The $INCLUDE that brought this source in; nothing for the file that was asked for.
    const std::optional<Span>& included_at() const { return included_at_; }

    LineColumn locate(std::uint64_t offset) const;
    // The line that holds `offset`, without its line end.
    Span line_around(std::uint64_t offset, std::uint32_t self) const;

private:
    std::string path_;
    std::shared_ptr<const Bytes> bytes_;
    std::string_view text_;
    std::optional<Span> included_at_;
    std::vector<Stretch> placeholders_;
    mutable std::vector<std::uint64_t> lines_before_; // of each 4 KiB block, see locate(); made on demand
};

// Not safe for concurrent locate() on one source; adding is.
class Sources {
public:
    std::uint32_t add(std::string path, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at = {},
                      const Placeholders* declared = nullptr);
    const Source& operator[](std::uint32_t source) const { return *items_[source]; }
    std::size_t size() const { return items_.size(); }
    std::string_view text(const Span& span) const;
    LineColumn locate(Position position) const;

private:
    std::deque<std::unique_ptr<Source>> items_;
};

// Replaces what could act on a terminal or a CI log (control characters, escape sequences, direction
// marks, invalid UTF-8) by visible stand-ins such as \x1b or U+202E. Every text output uses it for
// everything that came from a zone.
std::string defused(std::string_view text);

// Whether the texts are exactly one edit, as of edit_distance, apart. In one pass and without room of its own, for
// checks that ask for every record.
bool is_one_slip(std::string_view a, std::string_view b);
// The number of single-character edits (insert, delete, replace, swap neighbours) between two texts,
// or `limit + 1` when it is more than `limit`. Case is ignored.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);
// Of `candidates` the nearest to `text` within `limit` edits, or an empty view.
std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates, unsigned limit);

// Shell-like pattern: "*" any characters but none of `separator`, "**" any characters, "?" one.
bool glob_match(std::string_view pattern, std::string_view text, char separator = '/');

} // namespace zonevet
