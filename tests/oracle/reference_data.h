// What the plain reader makes of single words and of data, again without any line of src/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::test::reference {

struct Token {
    std::string text; // as written, without the quotes
    bool quoted = false;
};

// Data that do not fit their type.
struct WrongData {};

// What is not valid and is no WrongData: std::invalid_argument.
[[noreturn]] void refuse(const std::string& reason);

bool is_digit(char c);
std::string lower(std::string_view text);

// The wire form of a name (RFC 1035 3.1).
std::string read_name(const std::string& text, const std::string& origin);

// Seconds, or numbers each with its unit.
std::uint64_t read_period(const std::string& text);

// 0 when the word is no type that is known here.
std::uint16_t read_type(const std::string& text);

// The wire form of the data that begin with the token `first`.
std::string read_data(std::uint16_t type, const std::vector<Token>& tokens, std::size_t first,
                      const std::string& origin);

} // namespace zonevet::test::reference
