// A name that was read and printed reads as the same, and so does an international label that was decoded.
#include "base/ascii.h"
#include "dns/name.h"
#include "fuzz/targets.h"
#include "text/idna.h"

#include <algorithm>

namespace zonevet::fuzz {

namespace {

bool is_letter_digit_hyphen(char c)
{
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

void label(std::string_view text)
{
    constexpr std::size_t longest = 63;
    if (is_encoded_label(text))
        if (IdnaLabel decoded = decode_label(text); decoded.fault == IdnaFault::none)
            require(encode_label(decoded.unicode) == in_lower_case(text));
    std::string encoded = encode_label(text);
    require(encoded.size() <= longest);
    require(std::all_of(encoded.begin(), encoded.end(), is_letter_digit_hyphen));
    mixed_scripts(text);
}

} // namespace

void names(std::string_view text)
{
    OwnedName name, again;
    if (to_name(text, name)) {
        require(to_name(name.view().text(), again));
        require(again.view().wire() == name.view().wire());
    }
    while (!text.empty()) {
        std::size_t dot = std::min(text.find('.'), text.size());
        label(text.substr(0, dot));
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
}

} // namespace zonevet::fuzz
