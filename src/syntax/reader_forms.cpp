// Forms of data that are sound but not read by all servers; see reader_portability.cpp.
#include "syntax/reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

bool is_hexadecimal_type(Type type)
{
    return type == Type::SSHFP || type == Type::TLSA || type == Type::SMIMEA || type == Type::DS || type == Type::CDS ||
           type == Type::ZONEMD || type == Type::DLV;
}

bool has_upper_case(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Of a type whose last field may be split by blanks: how many words stand before that field.
std::size_t words_before_digits(Type type)
{
    switch (type) {
    case Type::OPENPGPKEY:
    case Type::DHCID:
        return 0;
    case Type::SSHFP:
        return 2;
    case Type::RRSIG:
        return 8;
    default:
        return 3; // keys, DS and its like, TLSA, SMIMEA, CERT, ZONEMD
    }
}

bool is_base64_type(Type type)
{
    return type == Type::OPENPGPKEY || type == Type::DHCID || type == Type::DNSKEY || type == Type::CDNSKEY ||
           type == Type::KEY || type == Type::CERT || type == Type::RRSIG;
}

// "14:4fff:ff20:ee64"
bool has_short_group(std::string_view text)
{
    while (true) {
        std::size_t end = std::min(text.find(':'), text.size());
        if (end < 4)
            return true;
        if (end == text.size())
            return false;
        text.remove_prefix(end + 1);
    }
}

} // namespace

void Reader::data_form(const Head& head)
{
    std::size_t count = entry_.words.size() - head.data;
    if (count == 0)
        return;
    auto word = [&](std::size_t i) -> const Word& { return entry_.words[head.data + i]; };
    auto odd = [&](std::string_view key, std::size_t i, std::string message, std::string help) {
        tell_case(key, Mistake::data_form_uncommon, span_of(word(i)), std::move(message), std::move(help));
    };
    Type type = head.record_type;
    if (word(0).text.starts_with("\\#") && !word(0).quoted) {
        if (type == Type::MX || type == Type::SRV)
            odd("generic-number", 0, fmt::format("the data of this {} is in generic form", type), "write its fields");
        else if (type == Type::NS || type == Type::CNAME || type == Type::PTR || type == Type::DNAME)
            odd("generic-name", 0, fmt::format("the data of this {} is in generic form", type), "write the name");
        return;
    }
    if (is_hexadecimal_type(type) || is_base64_type(type)) {
        bool hexadecimal = is_hexadecimal_type(type);
        for (std::size_t i = words_before_digits(type); i + 1 < count; ++i)
            if (word(i).text.size() % (hexadecimal ? 2 : 4) != 0) {
                odd(hexadecimal ? "hexadecimal-odd" : "base64-odd", i,
                    hexadecimal ? "a blank behind this word splits an octet"
                                : "a blank behind this word splits a group of four",
                    "join the parts of the value");
                break;
            }
    }
    for (std::size_t i = 0; i + 1 < count && (type == Type::CAA || type == Type::URI || type == Type::NAPTR); ++i)
        if (word(i + 1).quoted && word(i).text.data() + word(i).text.size() + 1 == word(i + 1).text.data() &&
            !word(i).quoted)
            odd("string-touches-word", i, fmt::format("a quote touches `{}`", word(i).text),
                "put a blank between them");
    switch (type) {
    case Type::LOC:
        for (std::size_t i = 0; i < count; ++i)
            if (word(i).text.starts_with('.'))
                odd("loc-seconds", i, fmt::format("`{}` has no digit before its point", word(i).text),
                    "write `0` before it");
        break;
    case Type::DNSKEY:
    case Type::CDNSKEY:
    case Type::KEY:
        for (std::size_t i = 0; i < 2 && i < count; ++i)
            if (!word(i).text.empty() && word(i).text[0] > '9')
                odd("key-mnemonic", i, fmt::format("`{}` stands for a number", word(i).text),
                    "write the number itself");
        break;
    case Type::RRSIG:
        for (std::size_t i = 4; i < 6 && i < count; ++i)
            if (word(i).text.size() != 14)
                odd("signature-seconds", i, fmt::format("`{}` is a time in seconds", word(i).text),
                    "write YYYYMMDDHHMMSS");
        break;
    case Type::CAA:
        if (count > 1 && has_upper_case(word(1).text))
            odd("caa-tag-upper-case", 1, fmt::format("the tag `{}` has upper-case letters", word(1).text),
                "write it in lower case");
        break;
    case Type::NID:
    case Type::L64:
        if (count > 1 && has_short_group(word(1).text))
            odd("nid-short", 1, fmt::format("a group of `{}` has fewer than four digits", word(1).text),
                "fill each group up with zeros in front");
        break;
    case Type::NSEC3:
        if (count > 4 && word(4).text.size() % 8 != 0)
            odd("base32-short", 4, fmt::format("the length of `{}` is no multiple of 8", word(4).text), "");
        break;
    case Type::IPSECKEY:
        if (count == 4)
            odd("ipseckey-empty", 3, "no key follows", "");
        break;
    case Type::SVCB:
    case Type::HTTPS:
        for (std::size_t i = 2; i < count; ++i) {
            std::string_view key = word(i).text.substr(0, word(i).text.find('='));
            auto odd_key = [&](std::string_view one, std::string message, std::string help) {
                tell_case(one, Mistake::data_form_uncommon, span_of(key), std::move(message), std::move(help));
            };
            constexpr std::string_view names[] = {"mandatory", "alpn", "no-default-alpn", "port",
                                                  "ipv4hint",  "ech",  "ipv6hint"};
            if (key == "dohpath")
                odd_key("svcb-dohpath", "the key `dohpath` has its name since 2023 only",
                        "write `key7=` instead of `dohpath=`");
            else if (key == "ohttp")
                odd_key("svcb-ohttp", "the key `ohttp` has its name since 2024 only", "write `key8`");
            else if (key == "key1" || key == "key3" || key == "key4" || key == "key5" || key == "key6")
                odd_key("svcb-known-number", fmt::format("`{}` has a name", key),
                        fmt::format("write `{}`", names[static_cast<std::size_t>(key[3] - '0')]));
        }
        break;
    default:
        break;
    }
}

} // namespace zonevet
