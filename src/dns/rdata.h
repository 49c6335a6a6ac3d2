// The data of one record: from the words of a master file to wire form and back, driven by the type
// table. Reading is strict (what an RFC does not allow is a mistake) and names the smallest wrong
// piece. Nothing here allocates on the way of a correct record.
#pragma once

#include "dns/mistake.h"
#include "dns/name.h"
#include "dns/types.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// Whether a word holds a declared placeholder, or is made of nothing else.
enum class Filled : std::uint8_t { no, partly, wholly };

// One word of an entry as the lexer found it. For a quoted word `text` is what stands between the
// quotes. `escaped` says that there is a backslash in it.
struct Word {
    std::string_view text;
    bool quoted = false;
    bool escaped = false;
    bool joined = false;        // no blank between it and the word before ("a""b")
    Filled filled = Filled::no; // later, by a script: what stands here is not the value
};

// Wire data under construction: 65,535 octets at most.
class RdataBuffer {
public:
    static constexpr std::size_t limit = 65535;
    void clear() { size_ = 0; }
    std::string_view view() const { return {bytes_, size_}; }
    std::size_t size() const { return size_; }
    char* data() { return bytes_; }
    bool append(const void* octets, std::size_t count); // false when it does not fit
    bool append_u8(std::uint8_t value);
    bool append_u16(std::uint16_t value);
    bool append_u32(std::uint32_t value);
    void resize(std::size_t size) { size_ = size; }

private:
    std::size_t size_ = 0;
    char bytes_[limit + 257]; // room for a whole name behind the last octet
};

// What is wrong with the data, and where: words [first_word, last_word] (indices into the words given;
// equal to their count when something is missing at the end), and within a single word the octets
// [from, to) of its text (both 0: the whole word).
struct RdataError {
    Mistake mistake = Mistake::value_invalid;
    std::size_t first_word = 0, last_word = 0;
    std::size_t from = 0, to = 0;
    std::string message;     // "`65536` is larger than 65535, the most that a preference can be"
    std::string help;        // "swap them: `10 mail`"; may be empty
    std::string replacement; // for the marked text; empty: no fix is known
};

// Which words made a field: [begin, end) into the words given.
struct FieldWords {
    std::size_t begin = 0, end = 0;
};

// Reads the data of a record of `type` from its words (generic form "\# n hex" for any type, and the
// only form for a type the table does not hold). Returns true and the wire form in `out`; on false the
// first mistake in `error`. Softer observations (mailbox_at_sign, strings_adjacent, generic_of_known_type,
// name_quoted where servers accept it) are appended to `notes` when it is not null, and do not make
// it fail. `places`, when not null, receives one entry per field of the type.
bool parse_rdata(Type type, std::span<const Word> words, Name origin, RdataBuffer& out, RdataError& error,
                 std::vector<RdataError>* notes = nullptr, std::vector<FieldWords>* places = nullptr);

// The octets of one field inside valid wire data of its type. For `string` and `tag` without the
// length octet; for `strings` and `special` all the rest.
std::string_view rdata_field(Type type, std::string_view rdata, std::size_t index);
// The same as a number; for u8, u16, u32, period, time, type, algorithm, certificate.
std::uint32_t rdata_number(Type type, std::string_view rdata, std::size_t index);
// The length of the whole name that begins at wire[0].
std::size_t name_length_at(std::string_view wire);

// Whether octets that came in generic form are well formed for their type (a name that runs over the
// end, a string too long).
bool rdata_valid(Type type, std::string_view rdata);

// Presentation form of the data with absolute names: "10 mail.example.com.".
std::string rdata_text(Type type, std::string_view rdata);

// TTLs and periods: "3600", "1w2d3h", any case. `seconds` may exceed 2^31 - 1; the caller judges.
enum class PeriodError : std::uint8_t { none, syntax, overflow };
PeriodError parse_period(std::string_view text, std::uint64_t& seconds);
// 5400 -> "1h30m".
std::string period_text(std::uint64_t seconds);

// One character-string's octets with its escapes undone. False: a bad escape, at [from, to).
bool unescape(std::string_view text, std::string& out, std::size_t& from, std::size_t& to);
// Octets as a quoted string with escapes.
std::string quoted_text(std::string_view octets);

} // namespace zonevet
