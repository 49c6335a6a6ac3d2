// libidn2, and what the scripts of a label say about it.
#include "text/idna.h"

#include "base/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <idn2.h>
#include <memory>
#include <new>

namespace zonevet {

namespace {

// libidn2 hands out what malloc made.
std::string taken(char* text)
{
    std::unique_ptr<char, decltype(&std::free)> owned(text, std::free);
    return owned ? std::string(owned.get()) : std::string();
}

// The encoded form, or empty; why not in `error`.
std::string encoded(const std::string& unicode, int flags, int& error)
{
    unsigned char* label = nullptr;
    error = idn2_lookup_u8(reinterpret_cast<const unsigned char*>(unicode.c_str()), &label, flags);
    if (error == IDN2_MALLOC)
        throw std::bad_alloc();
    return taken(reinterpret_cast<char*>(label));
}

std::string as_utf8(std::string_view text)
{
    std::string latin;
    bool valid = true;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint letter = code_point_at(text, at);
        valid = valid && letter.valid;
        at += letter.length;
    }
    if (valid)
        return std::string(text);
    for (char c : text) {
        unsigned octet = static_cast<unsigned char>(c);
        if (octet < 0x80) {
            latin += c;
        } else {
            latin += static_cast<char>(0xC0 | octet >> 6);
            latin += static_cast<char>(0x80 | (octet & 0x3F));
        }
    }
    return latin;
}

std::string_view reason_of(int error)
{
    switch (error) {
    case IDN2_LEADING_COMBINING:
        return "it begins with a combining mark";
    case IDN2_BIDI:
        return "it mixes directions of writing";
    case IDN2_CONTEXTJ:
    case IDN2_CONTEXTJ_NO_RULE:
    case IDN2_CONTEXTO:
    case IDN2_CONTEXTO_NO_RULE:
        return "it holds a character that may stand only beside certain others";
    case IDN2_2HYPHEN:
    case IDN2_HYPHEN_STARTEND:
        return "it holds hyphens where none may stand";
    default:
        return "it holds a character that is no letter or digit";
    }
}

} // namespace

bool is_encoded_label(std::string_view label)
{
    return label.size() >= 4 && same_word(label.substr(0, 4), "xn--");
}

IdnaLabel decode_label(std::string_view label)
{
    IdnaLabel result;
    std::string lower = in_lower_case(label);
    char* unicode = nullptr;
    int decoding = idn2_to_unicode_8z8z(lower.c_str(), &unicode, 0);
    if (decoding == IDN2_MALLOC)
        throw std::bad_alloc();
    if (decoding != IDN2_OK)
        result.fault = IdnaFault::undecodable;
    result.unicode = taken(unicode);
    bool has_letters = false, has_controls = false;
    for (std::size_t at = 0; at < result.unicode.size();) {
        CodePoint letter = code_point_at(result.unicode, at);
        has_letters = has_letters || letter.value >= 0x80;
        has_controls = has_controls || letter.value < 0x20 || (letter.value >= 0x7F && letter.value < 0xA0);
        at += letter.length;
    }
    if (result.fault == IdnaFault::none && (!has_letters || has_controls || result.unicode.starts_with("xn--")))
        result.fault = IdnaFault::undecodable;
    if (result.fault != IdnaFault::none)
        return result;
    int error = IDN2_OK;
    if (encoded(result.unicode, IDN2_NO_TR46, error) == lower || error == IDN2_UNASSIGNED)
        return result; // a newer Unicode may know the character
    int mapped_error = IDN2_OK;
    std::string mapped = encoded(result.unicode, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT, mapped_error);
    if (mapped_error == IDN2_OK && mapped != lower) {
        result.fault = IdnaFault::other_form;
        result.other = mapped;
    } else {
        result.fault = IdnaFault::disallowed;
        result.reason = reason_of(error);
    }
    return result;
}

std::string encode_label(std::string_view text)
{
    int error = IDN2_OK;
    std::string label = encoded(as_utf8(text), IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT, error);
    // UTS 46 makes a blank of a no-break space and a dot of a wide one: whoever writes that gets another record.
    bool is_label = std::all_of(label.begin(), label.end(),
                                [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
    return is_label ? label : std::string();
}

MixedScripts mixed_scripts(std::string_view unicode)
{
    auto script_of = [](std::uint32_t value) -> std::string_view {
        if ((value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
            (value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7) || (value >= 0x1E00 && value < 0x1F00))
            return "Latin";
        if ((value >= 0x370 && value < 0x400) || (value >= 0x1F00 && value < 0x2000))
            return "Greek";
        return value >= 0x400 && value < 0x530 ? "Cyrillic" : std::string_view();
    };
    std::string_view first;
    for (std::size_t at = 0; at < unicode.size();) {
        CodePoint letter = code_point_at(unicode, at);
        if (!letter.valid)
            return {};
        std::string_view script = script_of(letter.value);
        if (!first.empty() && !script.empty() && script != first) {
            // Of Latin and another the other is the stranger.
            if (script != "Latin")
                return {unicode.substr(at, letter.length), script, first, letter.value};
            for (std::size_t back = 0; back < at;) {
                CodePoint stranger = code_point_at(unicode, back);
                if (std::string_view other = script_of(stranger.value); !other.empty())
                    return {unicode.substr(back, stranger.length), other, script, stranger.value};
                back += stranger.length;
            }
        }
        if (first.empty())
            first = script;
        at += letter.length;
    }
    return {};
}

} // namespace zonevet
