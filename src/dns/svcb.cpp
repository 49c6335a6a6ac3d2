// The list of parameters behind the target of SVCB and HTTPS records (RFC 9460 2.1): "key=value"
// words in any order, on the wire in ascending order of their numbers, each once.
#include "dns/svcb.h"

#include "dns/octets.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::string_view keys[] = {"mandatory", "alpn",     "no-default-alpn", "port", "ipv4hint",
                                     "ech",       "ipv6hint", "dohpath",         "ohttp"};

// Octets of the whole parameter that begins at wire[0].
std::size_t param_size(std::string_view wire)
{
    return 4U + read_u16(wire.data() + 2);
}

// The parameter with `key`; empty when there is none.
std::string_view find_param(std::string_view params, std::uint16_t key)
{
    while (!params.empty()) {
        std::size_t size = param_size(params);
        if (read_u16(params.data()) == key)
            return params.substr(0, size);
        params.remove_prefix(size);
    }
    return {};
}

bool unknown_key(DataReader& reader, std::string_view name)
{
    if (name.empty())
        return reader.wrong(Mistake::value_invalid,
                            fmt::format("`{}` has no parameter before its `=`", reader.word().text));
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
    std::uint16_t key = 0;
    bool numbered = false;
    if (lower != name && svc_key_from_text(lower, key, numbered)) {
        reader.wrong_at(0, name.size(), Mistake::value_invalid,
                        fmt::format("`{}` is not a service parameter: they are lower case", name),
                        fmt::format("write it as `{}`", lower));
        reader.error.replacement = lower;
        return false;
    }
    if (name.size() > 4 && name.substr(0, 4) == "key0" && is_digit(name[4]))
        return reader.wrong_at(0, name.size(), Mistake::value_invalid,
                               fmt::format("`{}` is not a service parameter: its number has leading zeros", name));
    return reader.wrong_at(0, name.size(), Mistake::value_invalid,
                           fmt::format("`{}` is not a service parameter", name));
}

// Takes the word at hand, and the quoted one that is joined to it, apart.
bool split_param(DataReader& reader, SvcParam& param)
{
    const Word& word = reader.word();
    if (word.quoted)
        return reader.wrong(Mistake::value_invalid, fmt::format("`\"{}\"` is in quotes as a whole; only the value of a "
                                                                "parameter may be",
                                                                word.text));
    std::size_t equals = word.text.find('=');
    param.has_value = equals != std::string_view::npos;
    param.name = word.text.substr(0, equals);
    if (!svc_key_from_text(param.name, param.key, param.numbered))
        return unknown_key(reader, param.name);
    param.word = reader.next;
    if (!param.has_value)
        return true;
    param.value = word.text.substr(equals + 1);
    param.value_from = equals + 1;
    param.escaped = word.escaped;
    const Word* behind = reader.next + 1 < reader.words.size() ? &reader.words[reader.next + 1] : nullptr;
    if (behind && behind->joined && param.value.empty() && behind->quoted) {
        param.value = behind->text;
        param.value_from = 0;
        param.escaped = behind->escaped;
        param.word = ++reader.next;
    } else if (param.value.size() >= 2 && param.value.front() == '"' && param.value.back() == '"') {
        param.value = param.value.substr(1, param.value.size() - 2); // quotes left in by the lexer
        ++param.value_from;
    }
    behind = reader.next + 1 < reader.words.size() ? &reader.words[reader.next + 1] : nullptr;
    if (behind && behind->joined)
        return reader.wrong_words(
            param.word, reader.next + 1, Mistake::value_invalid,
            fmt::format("the value of `{}` is followed by text without a blank between", param.name));
    return true;
}

// Moves the parameter that begins at `last` to its place among those before it.
bool put_in_order(DataReader& reader, std::size_t first, std::size_t last, const SvcParam& param, std::size_t word)
{
    char* data = reader.out.data();
    std::size_t at = first;
    while (at < last) {
        std::uint16_t key = read_u16(data + at);
        if (key == param.key)
            return reader.wrong_words(word, param.word, Mistake::value_invalid,
                                      fmt::format("`{}` stands twice; a parameter may stand once", svc_key_text(key)));
        if (key > param.key)
            break;
        at += 4U + read_u16(data + at + 2);
    }
    if (at < last)
        std::rotate(data + at, data + last, data + reader.out.size());
    return true;
}

// What the keys demand of each other (RFC 9460 7.1.1, 8).
bool check_together(DataReader& reader, std::string_view params, bool alias, std::size_t mandatory_word,
                    std::size_t default_word)
{
    std::string_view mandatory = find_param(params, svc_mandatory);
    for (std::size_t i = 4; i + 2 <= mandatory.size(); i += 2) {
        std::uint16_t key = read_u16(mandatory.data() + i);
        if (find_param(params, key).empty())
            return reader.wrong_words(mandatory_word, mandatory_word, Mistake::value_invalid,
                                      fmt::format("`{}` is said to be mandatory but is missing", svc_key_text(key)));
    }
    // An alias has no parameters that count (RFC 9460 2.4.2).
    if (!alias && !find_param(params, svc_no_default_alpn).empty() && find_param(params, svc_alpn).empty())
        return reader.wrong_words(default_word, default_word, Mistake::value_invalid,
                                  "`no-default-alpn` stands without `alpn`, so that no protocol is left",
                                  "add `alpn` or leave `no-default-alpn` out");
    return true;
}

} // namespace

bool svc_key_from_text(std::string_view text, std::uint16_t& key, bool& numbered)
{
    numbered = false;
    for (std::size_t i = 0; i < std::size(keys); ++i)
        if (keys[i] == text) {
            key = static_cast<std::uint16_t>(i);
            return true;
        }
    std::uint32_t number = 0;
    if (!text.starts_with("key") || text.size() < 4 || (text[3] == '0' && text.size() > 4) ||
        to_number(text.substr(3), 65535, number) != NumberError::none)
        return false;
    key = static_cast<std::uint16_t>(number);
    numbered = true;
    return true;
}

std::string svc_key_text(std::uint16_t key)
{
    // ohttp came after the servers in use (BIND 9.18, Knot 3.2, NSD 4.6): they know the number
    // only.
    return key < svc_ohttp ? std::string(keys[key]) : "key" + std::to_string(key);
}

bool read_svc_params(DataReader& reader)
{
    std::size_t first = reader.out.size();
    std::string_view head = reader.out.view();
    bool alias = head[0] == 0 && head[1] == 0;
    std::size_t mandatory_word = 0;
    std::size_t default_word = 0;
    for (; !reader.at_end(); ++reader.next) {
        SvcParam param;
        std::size_t word = reader.next;
        std::size_t last = reader.out.size();
        if (!split_param(reader, param))
            return false;
        if (param.key == svc_mandatory)
            mandatory_word = param.word;
        if (param.key == svc_no_default_alpn)
            default_word = word;
        if (!reader.out.append_u16(param.key) || !reader.out.append_u16(0))
            return reader.too_long();
        if (!read_svc_value(reader, param))
            return false;
        std::size_t length = reader.out.size() - last - 4;
        write_u16(reader.out.data() + last + 2, static_cast<std::uint16_t>(length));
        if (param.numbered && !svc_value_valid(param.key, {reader.out.data() + last + 4, length}))
            return reader.wrong_words(
                word, param.word, Mistake::value_invalid,
                fmt::format("the octets of `{}` are not a value of `{}`", param.name, svc_key_text(param.key)));
        if (!put_in_order(reader, first, last, param, word))
            return false;
    }
    return check_together(reader, reader.out.view().substr(first), alias, mandatory_word, default_word);
}

bool svc_params_valid(std::string_view rest, bool alias)
{
    int last = -1;
    for (std::size_t at = 0; at < rest.size();) {
        if (rest.size() - at < 4)
            return false;
        std::string_view param = rest.substr(at);
        std::uint16_t key = read_u16(param.data());
        std::size_t size = param_size(param);
        if (key <= last || size > param.size() || !svc_value_valid(key, param.substr(4, size - 4)))
            return false;
        last = key;
        at += size;
    }
    std::string_view mandatory = find_param(rest, svc_mandatory);
    for (std::size_t i = 4; i + 2 <= mandatory.size(); i += 2)
        if (find_param(rest, read_u16(mandatory.data() + i)).empty())
            return false;
    return alias || find_param(rest, svc_no_default_alpn).empty() || !find_param(rest, svc_alpn).empty();
}

std::string svc_params_text(std::string_view rest)
{
    std::string text;
    while (!rest.empty()) {
        std::size_t size = param_size(rest);
        std::uint16_t key = read_u16(rest.data());
        if (!text.empty())
            text += ' ';
        text += svc_key_text(key) + svc_value_text(key, rest.substr(4, size - 4));
        rest.remove_prefix(size);
    }
    return text;
}

} // namespace zonevet
