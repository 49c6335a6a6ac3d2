#include "rules/text/shared/odd_character.h"

#include "text/utf8.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

struct Odd {
    std::uint32_t code_point;
    std::string_view what;
    std::optional<std::string_view> instead;
};
constexpr Odd odd_characters[] = {
    {0xA0, "a no-break space", " "},
    {0x2013, "a dash, which is no hyphen", "-"},
    {0x2014, "a dash, which is no hyphen", "-"},
    {0x2018, "a typographic quote", {}},
    {0x2019, "a typographic quote", {}},
    {0x201C, "a typographic quote", {}},
    {0x201D, "a typographic quote", {}},
    {0x201E, "a typographic quote", {}},
    {0x2026, "an ellipsis", {}},
};
constexpr Odd unseen = {0, "a character that nobody sees", ""};

const Odd* odd_of(std::uint32_t code_point, bool for_programs)
{
    if (for_programs)
        for (const Odd& odd : odd_characters)
            if (odd.code_point == code_point)
                return &odd;
    return is_invisible(code_point) && code_point != 0xA0 ? &unseen : nullptr;
}

} // namespace

std::optional<OddCharacter> odd_character(std::string_view text, bool for_programs)
{
    if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return {};
    for (std::size_t at = 0; at < text.size();) {
        CodePoint point = code_point_at(text, at);
        const Odd* odd = point.valid && point.value >= 0x80 ? odd_of(point.value, for_programs) : nullptr;
        if (odd != nullptr)
            return OddCharacter{at, point.length, point.value, odd->what, odd->instead};
        at += point.length;
    }
    return {};
}

} // namespace zonevet::rules
