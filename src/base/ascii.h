// Letters and digits as the DNS compares them: ASCII, whatever the locale says.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace zonevet {

constexpr char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}
constexpr char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
}
constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c)
{
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

// Without regard to ASCII case.
constexpr bool same_word(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

// Whether a file's name ends like one of these (in any case) and has something before it.
inline bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings)
{
    for (std::string_view ending : endings)
        if (name.size() > ending.size() && same_word(name.substr(name.size() - ending.size()), ending))
            return true;
    return false;
}
inline bool is_yaml(std::string_view path)
{
    return has_ending(path, {".yaml", ".yml"});
}

inline std::string in_lower_case(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = ascii_lower(c);
    return lower;
}

} // namespace zonevet
