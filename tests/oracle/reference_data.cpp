#include "reference_data.h"

#include <stdexcept>

namespace zonevet::test::reference {

[[noreturn]] void refuse(const std::string& reason)
{
    throw std::invalid_argument(reason);
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lower(std::string_view text)
{
    std::string result;
    for (char c : text)
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
}

namespace {

// The octets of a text in which "\X" and "\DDD" stand for one. `escaped` says which of them did.
std::string unescape(std::string_view text, std::vector<bool>* escaped = nullptr)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool is_escape = text[i] == '\\';
        char octet = text[i];
        if (is_escape) {
            if (++i == text.size())
                refuse("a backslash at the end");
            octet = text[i];
            if (is_digit(octet)) {
                if (i + 2 >= text.size() || !is_digit(text[i + 1]) || !is_digit(text[i + 2]))
                    refuse("a backslash takes three digits");
                int number = (octet - '0') * 100 + (text[i + 1] - '0') * 10 + (text[i + 2] - '0');
                if (number > 255)
                    refuse("no octet is larger than 255");
                octet = static_cast<char>(number);
                i += 2;
            }
        }
        result += octet;
        if (escaped != nullptr)
            escaped->push_back(is_escape);
    }
    return result;
}

} // namespace

std::string read_name(const std::string& text, const std::string& origin)
{
    if (text == "@")
        return origin;
    if (text == ".")
        return std::string(1, '\0');
    std::vector<bool> escaped;
    std::string octets = unescape(text, &escaped);
    std::string wire, label;
    auto end_label = [&] {
        if (label.empty() || label.size() > 63)
            refuse("not a label in " + text);
        wire += static_cast<char>(label.size());
        wire += label;
        label.clear();
    };
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (octets[i] == '.' && !escaped[i])
            end_label();
        else
            label += octets[i];
    }
    bool is_absolute = !octets.empty() && octets.back() == '.' && !escaped.back();
    if (!is_absolute)
        end_label();
    wire += is_absolute ? std::string(1, '\0') : origin;
    if (wire.size() > 255)
        refuse("too long: " + text);
    return wire;
}

std::uint64_t read_period(const std::string& text)
{
    std::uint64_t total = 0, number = 0;
    bool has_number = false, has_unit = false;
    for (char c : lower(text)) {
        if (is_digit(c)) {
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
            has_number = true;
            continue;
        }
        if (!has_number)
            refuse("a unit without a number: " + text);
        switch (c) {
        case 'w':
            total += number * 604800;
            break;
        case 'd':
            total += number * 86400;
            break;
        case 'h':
            total += number * 3600;
            break;
        case 'm':
            total += number * 60;
            break;
        case 's':
            total += number;
            break;
        default:
            refuse("not a period: " + text);
        }
        number = 0;
        has_number = false;
        has_unit = true;
    }
    if (has_number && has_unit)
        refuse("a number without its unit: " + text);
    return total + number;
}

namespace {

struct TypeForm {
    std::string_view mnemonic;
    std::uint16_t type;
    std::string_view fields; // one letter each, see DataWriter::field
};

constexpr TypeForm type_forms[] = {
    {"a", 1, "4"},    {"ns", 2, "n"},   {"cname", 5, "n"}, {"soa", 6, "nnuuuuu"}, {"ptr", 12, "n"},
    {"mx", 15, "in"}, {"txt", 16, "s"}, {"aaaa", 28, "6"}, {"srv", 33, "iiin"},   {"caa", 257, "btr"},
};

} // namespace

std::uint16_t read_type(const std::string& text)
{
    std::string word = lower(text);
    for (const TypeForm& form : type_forms)
        if (word == form.mnemonic)
            return form.type;
    bool is_number =
        word.size() > 4 && word.starts_with("type") && word.find_first_not_of("0123456789", 4) == std::string::npos;
    return is_number ? static_cast<std::uint16_t>(std::stoul(word.substr(4))) : std::uint16_t{0};
}

namespace {

class DataWriter {
public:
    DataWriter(const std::vector<Token>& tokens, std::size_t first, const std::string& origin)
        : tokens_(tokens), at_(first), origin_(origin)
    {
    }

    std::string write(std::uint16_t type)
    {
        if (at_ < tokens_.size() && tokens_[at_].text == "\\#" && !tokens_[at_].quoted) {
            generic();
            return wire_;
        }
        std::string_view fields;
        for (const TypeForm& form : type_forms)
            if (form.type == type)
                fields = form.fields;
        for (char kind : fields)
            field(kind);
        if (fields.empty() || at_ < tokens_.size())
            throw WrongData();
        return wire_;
    }

private:
    void field(char kind)
    {
        switch (kind) {
        case 'n':
            wire_ += read_name(bare(), origin_);
            return;
        case 'b':
            number(read_number(bare(), 255), 1);
            return;
        case 'i':
            number(read_number(bare(), 65535), 2);
            return;
        case 'u':
            number(read_period(bare()), 4);
            return; // serials have no unit; nobody here gives them one
        case '4':
            ip4(bare());
            return;
        case '6':
            ip6(bare());
            return;
        case 't':
            string(bare());
            return;
        case 'r':
            wire_ += unescape(any().text);
            return;
        default: // strings up to the end
            do
                string(any().text);
            while (at_ < tokens_.size());
        }
    }

    const Token& any()
    {
        if (at_ == tokens_.size())
            throw WrongData();
        return tokens_[at_++];
    }

    const std::string& bare()
    {
        const Token& token = any();
        if (token.quoted)
            throw WrongData();
        return token.text;
    }

    static std::uint64_t read_number(const std::string& text, std::uint64_t largest)
    {
        if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos ||
            std::stoull(text) > largest)
            throw WrongData();
        return std::stoull(text);
    }

    void number(std::uint64_t value, int octets)
    {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8)
            wire_ += static_cast<char>(value >> shift & 255);
    }

    void string(const std::string& text)
    {
        std::string octets = unescape(text);
        if (octets.size() > 255)
            throw WrongData();
        number(octets.size(), 1);
        wire_ += octets;
    }

    void ip4(const std::string& text)
    {
        std::string part;
        int parts = 0;
        for (char c : text + ".") {
            if (c != '.') {
                part += c;
                continue;
            }
            number(read_number(part, 255), 1);
            part.clear();
            ++parts;
        }
        if (parts != 4)
            throw WrongData();
    }

    // Groups of up to four digits, at one place "::" for those that are zero.
    void ip6(const std::string& text)
    {
        std::vector<std::uint16_t> front, back;
        std::size_t gap = text.find("::");
        groups(text.substr(0, gap), front);
        if (gap != std::string::npos)
            groups(text.substr(gap + 2), back);
        if (gap == std::string::npos ? front.size() != 8 : front.size() + back.size() > 7)
            throw WrongData();
        front.resize(8 - back.size());
        front.insert(front.end(), back.begin(), back.end());
        for (std::uint16_t group : front)
            number(group, 2);
    }

    static void groups(const std::string& text, std::vector<std::uint16_t>& into)
    {
        std::string group;
        for (char c : text.empty() ? text : text + ":") {
            if (c != ':') {
                group += c;
                continue;
            }
            if (group.empty() || group.size() > 4 ||
                lower(group).find_first_not_of("0123456789abcdef") != std::string::npos)
                throw WrongData();
            into.push_back(static_cast<std::uint16_t>(std::stoul(group, nullptr, 16)));
            group.clear();
        }
    }

    // RFC 3597 5.
    void generic()
    {
        ++at_;
        std::uint64_t size = read_number(bare(), 65535);
        std::string digits;
        while (at_ < tokens_.size())
            digits += bare();
        if (digits.size() != 2 * size)
            throw WrongData();
        for (std::size_t i = 0; i < digits.size(); i += 2)
            number(std::stoul(digits.substr(i, 2), nullptr, 16), 1);
    }

    const std::vector<Token>& tokens_;
    std::size_t at_;
    const std::string& origin_;
    std::string wire_;
};

} // namespace

std::string read_data(std::uint16_t type, const std::vector<Token>& tokens, std::size_t first,
                      const std::string& origin)
{
    return DataWriter(tokens, first, origin).write(type);
}

} // namespace zonevet::test::reference
