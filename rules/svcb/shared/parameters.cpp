#include "rules/svcb/shared/parameters.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

std::size_t number_at(std::string_view octets, std::size_t at)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(octets[at])) << 8 |
           static_cast<unsigned char>(octets[at + 1]);
}

std::string_view key_text(ServiceKey key)
{
    constexpr std::string_view keys[] = {"mandatory", "alpn", "no-default-alpn", "port",
                                         "ipv4hint",  "ech",  "ipv6hint",        "dohpath"};
    return keys[static_cast<std::size_t>(key)];
}

bool is_port_label(std::string_view label)
{
    return label.size() > 1 && label[0] == '_' &&
           std::all_of(label.begin() + 1, label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::string_view> parameter(const Record& svcb, ServiceKey key)
{
    std::string_view rest = svcb.bytes(svcb_parameters);
    while (rest.size() >= 4) {
        std::size_t length = std::min(number_at(rest, 2), rest.size() - 4);
        if (number_at(rest, 0) == static_cast<std::size_t>(key))
            return rest.substr(4, length);
        rest.remove_prefix(4 + length);
    }
    return {};
}

Place parameter_place(const Record& svcb, ServiceKey key, const Lint& lint)
{
    Place all = svcb.at(svcb_parameters);
    if (!lint.describing())
        return all;
    const Zone& zone = svcb.zone();
    std::string_view text = zone.sources().text(zone.span(all));
    if (text.find_first_of("();\n") != std::string_view::npos)
        return all; // over several lines
    bool in_word = false, quoted = false;
    std::size_t index = 0; // of the words; a quoted part is one of its own
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (quoted) {
            quoted = c != '"';
            in_word = quoted;
            index += quoted ? 0 : 1;
        } else if (c == ' ' || c == '\t') {
            index += in_word ? 1 : 0;
            in_word = false;
        } else if (c == '"') {
            index += in_word ? 1 : 0;
            quoted = true;
        } else if (!in_word) {
            in_word = true;
            std::string_view word = text.substr(at);
            std::string_view name = key_text(key);
            if (word.starts_with(name) &&
                (word.size() == name.size() ||
                 std::string_view("= \t").find(word[name.size()]) != std::string_view::npos))
                return svcb.at(svcb_parameters, index);
        }
    }
    return all;
}

Place item_place(const Record& svcb, ServiceKey key, std::size_t index, const Lint& lint)
{
    Place whole = parameter_place(svcb, key, lint);
    if (!lint.describing())
        return whole;
    const Zone& zone = svcb.zone();
    std::string_view text = zone.sources().text(zone.span(whole));
    std::size_t begin = text.find('=') + 1;
    if (begin == 0 || !text.starts_with(key_text(key)) || text.find_first_of("\\\" \t") != std::string_view::npos)
        return whole; // commas may be escaped, and what is quoted is a word of its own
    for (; index > 0; --index)
        begin = std::min(text.find(',', begin), text.size() - 1) + 1;
    return whole.within(begin, std::min(text.find(',', begin), text.size()));
}

std::string_view next_protocol(std::string_view& alpn)
{
    std::size_t length =
        std::min<std::size_t>(static_cast<unsigned char>(alpn[0]), alpn.size() - 1);
    std::string_view protocol = alpn.substr(1, length);
    alpn.remove_prefix(1 + length);
    return protocol;
}

Name effective_target(const Record& svcb)
{
    Name target = svcb.name(svcb_target);
    return target.is_root() ? svcb.owner() : target;
}

bool is_dns_service(Name owner)
{
    std::string_view label = owner.first_label();
    if (is_port_label(label))
        label = owner.parent().first_label();
    return label.size() == 4 && label[0] == '_' && (label[1] | 0x20) == 'd' &&
           (label[2] | 0x20) == 'n' && (label[3] | 0x20) == 's';
}

} // namespace zonevet::rules
