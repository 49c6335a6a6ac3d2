// Characters of word processors, and those that nobody sees, in texts that programs read letter by
// letter.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zonevet::rules {

struct OddCharacter {
    std::size_t at = 0, length = 0; // octets of the text
    std::uint32_t code_point = 0;
    std::string_view what;                   // "a no-break space"
    std::optional<std::string_view> instead; // what the keyboard would have written
};
// The first one. Of a text that people read, only what nobody sees counts.
std::optional<OddCharacter> odd_character(std::string_view text, bool for_programs);

} // namespace zonevet::rules
