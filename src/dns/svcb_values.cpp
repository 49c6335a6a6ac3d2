// The values of service parameters: a list of keys, of protocols or of addresses, a port, Base64, a
// URI template (RFC 9460 7 and 8, RFC 9461 5). A value is first a character-string with its
// escapes; only alpn and unnamed keys may have any.
#include "dns/octets.h"
#include "dns/svcb.h"

#include <algorithm>
#include <cstring>

namespace zonevet {

namespace {

bool wrong_value(DataReader& reader, const SvcParam& param, std::size_t from, std::size_t to, Mistake mistake,
                 std::string message)
{
    reader.next = param.word;
    return reader.wrong_at(param.value_from + from, param.value_from + to, mistake, std::move(message));
}

// The value with its escapes undone, behind the octets of `out`.
bool append_octets(DataReader& reader, const SvcParam& param)
{
    for (std::size_t i = 0; i < param.value.size();) {
        std::size_t begin = i;
        char c = param.value[i++];
        if (c == '\\' && !read_escape(param.value, i, c))
            return wrong_value(reader, param, begin, i, Mistake::escape_invalid,
                               fmt::format("`{}` is not an escape: a backslash wants three digits up "
                                           "to 255, or one character that is no digit",
                                           param.value.substr(begin, i - begin)));
        if (!reader.out.append(&c, 1))
            return reader.too_long();
    }
    return true;
}

// Calls `item(text, from)` for the parts between commas.
template <class Item> bool each_item(std::string_view value, Item item)
{
    for (std::size_t from = 0;; ++from) {
        std::size_t to = std::min(value.find(',', from), value.size());
        if (!item(value.substr(from, to - from), from))
            return false;
        if (to == value.size())
            return true;
        from = to;
    }
}

bool empty_item(DataReader& reader, const SvcParam& param, std::size_t from)
{
    std::size_t end = std::min(from + 1, param.value.size());
    return wrong_value(reader, param, std::min(from, end), end, Mistake::value_invalid,
                       fmt::format("the list of `{}` has an empty item", param.name));
}

bool read_mandatory(DataReader& reader, const SvcParam& param)
{
    std::size_t start = reader.out.size();
    bool good = each_item(param.value, [&](std::string_view item, std::size_t from) {
        std::uint16_t key = 0;
        bool numbered = false;
        if (item.empty())
            return empty_item(reader, param, from);
        auto wrong = [&](std::string message) {
            return wrong_value(reader, param, from, from + item.size(), Mistake::value_invalid, std::move(message));
        };
        if (!svc_key_from_text(item, key, numbered))
            return wrong(fmt::format("`{}` is not a service parameter", item));
        if (key == svc_mandatory)
            return wrong("`mandatory` may not list itself");
        // The list is in ascending order on the wire (RFC 9460 8).
        std::size_t at = start;
        while (at < reader.out.size() && read_u16(reader.out.data() + at) < key)
            at += 2;
        if (at < reader.out.size() && read_u16(reader.out.data() + at) == key)
            return wrong(fmt::format("`{}` is listed twice", item));
        if (!reader.out.append_u16(key))
            return reader.too_long();
        char* data = reader.out.data();
        std::rotate(data + at, data + reader.out.size() - 2, data + reader.out.size());
        return true;
    });
    return good;
}

// Commas divide the decoded octets, and there a backslash makes the next octet plain
// (RFC 9460 A.1): a second level of escapes.
bool read_alpn(DataReader& reader, const SvcParam& param)
{
    std::size_t start = reader.out.size();
    if (!append_octets(reader, param))
        return false;
    std::string decoded(reader.out.view().substr(start));
    reader.out.resize(start);
    std::size_t length_at = start;
    reader.out.append_u8(0);
    auto close = [&] {
        std::size_t length = reader.out.size() - length_at - 1;
        if (length == 0)
            return wrong_value(reader, param, 0, param.value.size(), Mistake::value_invalid,
                               "the list of `alpn` has an empty item");
        if (length > 255)
            return wrong_value(reader, param, 0, param.value.size(), Mistake::string_too_long,
                               "a protocol of `alpn` is longer than 255 octets");
        reader.out.data()[length_at] = static_cast<char>(length);
        return true;
    };
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        char c = decoded[i];
        if (c == ',') {
            if (!close())
                return false;
            length_at = reader.out.size();
            c = 0; // the length of the next
        } else if (c == '\\') {
            if (++i == decoded.size())
                return wrong_value(reader, param, 0, param.value.size(), Mistake::escape_invalid,
                                   "the value of `alpn` ends with a backslash");
            c = decoded[i];
        }
        if (!reader.out.append(&c, 1))
            return reader.too_long();
    }
    return close();
}

bool read_hints(DataReader& reader, const SvcParam& param)
{
    bool ip4 = param.key == svc_ipv4hint;
    return each_item(param.value, [&](std::string_view item, std::size_t from) {
        char address[16];
        if (item.empty())
            return empty_item(reader, param, from);
        if (ip4 ? !to_ip4(item, address) : !to_ip6(item, address)) {
            reader.next = param.word;
            return ip4 ? wrong_ip4(reader, item, param.value_from + from)
                       : wrong_ip6(reader, item, param.value_from + from);
        }
        return reader.out.append(address, ip4 ? 4 : 16) || reader.too_long();
    });
}

bool read_ech(DataReader& reader, const SvcParam& param)
{
    std::string octets;
    std::size_t at = 0;
    Base64Error problem = to_base64(param.value, octets, at);
    if (problem == Base64Error::character)
        return wrong_value(reader, param, at, at + 1, Mistake::encoding_invalid,
                           fmt::format("`{}` does not occur in Base64", param.value.substr(at, 1)));
    if (problem != Base64Error::none)
        return wrong_value(reader, param, 0, param.value.size(), Mistake::encoding_invalid,
                           problem == Base64Error::bits
                               ? "the Base64 text of `ech` has bits behind its last octet"
                               : "the Base64 text of `ech` is cut short or has `=` in its middle");
    return reader.out.append(octets.data(), octets.size()) || reader.too_long();
}

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        auto lead = static_cast<unsigned char>(text[i]);
        std::size_t more = lead < 0x80 ? 0 : lead < 0xc2 ? 4 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        if (lead > 0xf4 || more == 4 || text.size() - i <= more)
            return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80)
                return false;
        auto next = more > 0 ? static_cast<unsigned char>(text[i + 1]) : 0;
        if ((lead == 0xe0 && next < 0xa0) || (lead == 0xed && next > 0x9f) || (lead == 0xf0 && next < 0x90) ||
            (lead == 0xf4 && next > 0x8f))
            return false;
        i += more + 1;
    }
    return true;
}

// A variable of a URI template with its modifier (RFC 6570 2.3, 2.4): "dns", "dns:9", "dns*".
bool is_variable(std::string_view text, std::string_view& name)
{
    std::size_t end = std::min(text.find_first_of(":*"), text.size());
    name = text.substr(0, end);
    std::string_view modifier = text.substr(end);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '%' && i + 2 < name.size() && hex_value(name[i + 1]) >= 0 && hex_value(name[i + 2]) >= 0)
            i += 2;
        else if (!is_letter(name[i]) && !is_digit(name[i]) && name[i] != '_' && name[i] != '.')
            return false;
    }
    if (name.empty() || modifier.empty() || modifier == "*")
        return !name.empty();
    std::uint32_t length = 0;
    return modifier.size() > 1 && modifier[0] == ':' && modifier[1] != '0' &&
           to_number(modifier.substr(1), 9999, length) == NumberError::none;
}

enum class Template : std::uint8_t { good, malformed, without_dns };

// Whether a URI template is well formed and has the variable "dns" (RFC 9461 5).
Template check_template(std::string_view text)
{
    bool found = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '}')
            return Template::malformed;
        if (text[i] == '%') {
            if (i + 2 >= text.size() || hex_value(text[i + 1]) < 0 || hex_value(text[i + 2]) < 0)
                return Template::malformed;
            i += 2;
        }
        if (text[i] != '{')
            continue;
        std::size_t close = text.find('}', i);
        if (close == std::string_view::npos)
            return Template::malformed;
        std::string_view list = text.substr(i + 1, close - i - 1);
        if (!list.empty() && std::string_view("+#./;?&").find(list[0]) != std::string_view::npos)
            list.remove_prefix(1);
        bool good = each_item(list, [&](std::string_view item, std::size_t) {
            std::string_view name;
            if (!is_variable(item, name))
                return false;
            found = found || name == "dns";
            return true;
        });
        if (!good)
            return Template::malformed;
        i = close;
    }
    return found ? Template::good : Template::without_dns;
}

bool read_dohpath(DataReader& reader, const SvcParam& param)
{
    std::size_t start = reader.out.size();
    if (!append_octets(reader, param))
        return false;
    std::string_view path = reader.out.view().substr(start);
    auto wrong = [&](std::string_view why) {
        return wrong_value(reader, param, 0, param.value.size(), Mistake::value_invalid,
                           fmt::format("`{}` is not a path of DNS over HTTPS: {}", param.value, why));
    };
    if (!path.starts_with('/'))
        return wrong("it must begin with `/`");
    if (!is_utf8(path))
        return wrong("it must be UTF-8");
    switch (check_template(path)) {
    case Template::malformed:
        return wrong("it is not a URI template (RFC 6570)");
    case Template::without_dns:
        return wrong("it must have the variable `dns`, as in `{?dns}`");
    case Template::good:
        break;
    }
    return true;
}

} // namespace

bool read_svc_value(DataReader& reader, const SvcParam& param)
{
    if (param.numbered)
        return append_octets(reader, param);
    bool without = param.key == svc_no_default_alpn || param.key == svc_ohttp;
    if (without)
        return param.value.empty() || wrong_value(reader, param, 0, param.value.size(), Mistake::value_invalid,
                                                  fmt::format("`{}` has no value", param.name));
    if (param.value.empty()) {
        reader.next = param.word;
        return reader.wrong(Mistake::value_invalid, fmt::format("`{}` needs a value", param.name));
    }
    bool escapes = param.key == svc_alpn || param.key == svc_dohpath;
    if (!escapes)
        if (std::size_t at = param.value.find('\\'); at != std::string_view::npos)
            return wrong_value(reader, param, at, at + 1, Mistake::value_invalid,
                               fmt::format("the value of `{}` may not have escapes", param.name));
    switch (param.key) {
    case svc_mandatory:
        return read_mandatory(reader, param);
    case svc_alpn:
        return read_alpn(reader, param);
    case svc_port: {
        std::uint32_t port = 0;
        reader.next = param.word;
        return number_in(reader, param.value, param.value_from, 65535, "port", port) &&
               (reader.out.append_u16(static_cast<std::uint16_t>(port)) || reader.too_long());
    }
    case svc_ech:
        return read_ech(reader, param);
    case svc_dohpath:
        return read_dohpath(reader, param);
    default:
        return read_hints(reader, param);
    }
}

bool svc_value_valid(std::uint16_t key, std::string_view value)
{
    switch (key) {
    case svc_mandatory: {
        int last = 0; // and so `mandatory` itself is refused
        for (std::size_t i = 0; i + 1 < value.size(); i += 2) {
            std::uint16_t one = read_u16(value.data() + i);
            if (one <= last)
                return false;
            last = one;
        }
        return !value.empty() && value.size() % 2 == 0;
    }
    case svc_alpn: {
        std::size_t at = 0;
        while (at < value.size() && value[at] != 0)
            at += 1U + static_cast<unsigned char>(value[at]);
        return !value.empty() && at == value.size();
    }
    case svc_no_default_alpn:
        return value.empty();
    case svc_port:
        return value.size() == 2;
    case svc_ipv4hint:
        return !value.empty() && value.size() % 4 == 0;
    case svc_ipv6hint:
        return !value.empty() && value.size() % 16 == 0;
    case svc_ech:
        return !value.empty();
    case svc_dohpath:
        return value.starts_with('/') && is_utf8(value) && check_template(value) == Template::good;
    default:
        return true; // key8 was free when the servers in use were written
    }
}

std::string svc_value_text(std::uint16_t key, std::string_view value)
{
    std::string list;
    auto add = [&](std::string_view item) {
        if (!list.empty())
            list += ',';
        list += item;
    };
    switch (key) {
    case svc_mandatory:
        for (std::size_t i = 0; i < value.size(); i += 2)
            add(svc_key_text(read_u16(value.data() + i)));
        return '=' + list;
    case svc_alpn:
        for (std::size_t at = 0; at < value.size();) {
            std::size_t length = static_cast<unsigned char>(value[at]);
            std::string item;
            for (char c : value.substr(at + 1, length)) {
                if (c == ',' || c == '\\')
                    item += '\\';
                item += c;
            }
            add(item);
            at += 1 + length;
        }
        return '=' + quoted_text(list);
    case svc_port:
        return fmt::format("={}", read_u16(value.data()));
    case svc_ipv4hint:
        for (std::size_t i = 0; i < value.size(); i += 4)
            add(ip4_text(value.data() + i));
        return '=' + list;
    case svc_ipv6hint:
        for (std::size_t i = 0; i < value.size(); i += 16)
            add(ip6_text(value.data() + i));
        return '=' + list;
    case svc_ech:
        return "=\"" + base64_text(value) + '"';
    default:
        return value.empty() ? "" : '=' + quoted_text(value);
    }
}

} // namespace zonevet
