// International names (IDNA2008, RFC 5890 to 5893): labels in their encoded form, `xn--...`, and as people
// read them, in UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

enum class IdnaFault : std::uint8_t {
    none,
    undecodable, // behind `xn--` stands no Punycode, or nothing that needs it
    other_form,  // programs write what it stands for as another label
    disallowed   // IDNA2008 does not know such a label; browsers, which go by UTS 46, may
};

struct IdnaLabel {
    IdnaFault fault = IdnaFault::none;
    std::string unicode;     // what it stands for
    std::string other;       // the label that programs ask for; other_form only
    std::string_view reason; // why it is disallowed
};

// `xn--`, in any case.
bool is_encoded_label(std::string_view label);
// Of an encoded label.
IdnaLabel decode_label(std::string_view label);
// What programs ask for when a person writes this in UTF-8 (or Latin-1, when it is no UTF-8); empty when
// there is no such label of letters, digits, `-` and `_`.
std::string encode_label(std::string_view text);

// The first letter that is not of the script of the letters before it, where Latin, Greek and Cyrillic have
// letters that look the same; nothing in labels of one script.
struct MixedScripts {
    std::string_view letter, script, others; // the letter in UTF-8, "Cyrillic", "Latin"; empty: none
    std::uint32_t code_point = 0;
};
MixedScripts mixed_scripts(std::string_view unicode);

} // namespace zonevet
