// The few fixed words of a master file besides record types: classes and directives.
#pragma once

#include "dns/rdata.h"
#include "dns/types.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zonevet {

enum class RecordClass : std::uint8_t { none, in, ch, hs, any, other };
// IN, CH, HS, ANY, CLASSnnn in any case; none when it is no class.
RecordClass class_from_text(std::string_view text);

enum class Directive : std::uint8_t { unknown, origin, ttl, include, generate };
// "$ORIGIN" and the like, in any case.
Directive directive_from_text(std::string_view text);
// The known directive nearest to a misspelt one, or empty.
std::string_view nearest_directive(std::string_view text);

// Which word of an entry is what. Indices into the words; `none` where there is no such word.
struct Head {
    static constexpr std::size_t none = ~std::size_t{0};

    std::size_t owner = none, ttl = none, record_class = none, type = none;
    std::size_t second_ttl = none, second_class = none; // stated twice
    std::size_t data = 0;                               // the first word of the data
    Type record_type = Type::none;
    RecordClass class_value = RecordClass::none;
    std::uint64_t ttl_seconds = 0;
    PeriodError ttl_error = PeriodError::none;
    bool ttl_filled = false;  // a placeholder stands there
    std::size_t wrong = none; // the word that should have been a TTL, class or type
};

// Reads `[owner] [ttl] [class] type` from the words of a record; `first` is where it begins (behind
// the owner when that is blank or was read already).
Head read_head(std::span<const Word> words, bool owner_blank, std::size_t first = 0);

// Whether the word, taken for a name, is written with its final dot.
bool is_absolute(const Word& word);

// A relative name that is the origin itself without its final dot, which only a slip writes for a zone's name. Of
// top-level domains it may be meant.
bool repeats_origin(const Word& word, Name origin);

// Whether of the data of an SOA record the serial holds a placeholder and nothing else does. The other
// fields are read with a number in its place.
bool is_filled_serial(std::span<const Word> data);
std::vector<Word> with_number_for_serial(std::span<const Word> data);

} // namespace zonevet
