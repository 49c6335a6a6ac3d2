#include "rules/svcb/shared/parameters.h"
#include "base/ascii.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

std::size_t number_at(std::string_view octets, std::size_t at)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(octets[at])) << 8 |
           static_cast<unsigned char>(octets[at + 1]);
}

// How the parameters with a list of items begin.
std::string_view head_text(ServiceKey key)
{
    return key == ServiceKey::alpn ? "alpn=" : key == ServiceKey::ipv4hint ? "ipv4hint=" : "ipv6hint=";
}

// Where it is written; the list as a whole when that cannot be told.
Place parameter_place(const Record& record, ServiceKey key)
{
    Place all = record.at(svcb_parameters);
    const Zone& zone = record.zone();
    std::string_view text = zone.sources().text(zone.span(all));
    if (text.find_first_of("();\n") != std::string_view::npos)
        return all; // over several lines
    bool in_word = false, quoted = false;
    std::size_t index = 0; // of the words; a quoted part is one of its own
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (quoted) {
            quoted = c != '"';
            index += quoted ? 0 : 1;
        } else if (c == ' ' || c == '\t' || c == '"') {
            index += in_word ? 1 : 0;
            in_word = false;
            quoted = c == '"';
        } else if (!in_word) {
            in_word = true;
            if (text.substr(at).starts_with(head_text(key)))
                return record.at(svcb_parameters, index);
        }
    }
    return all;
}

} // namespace

std::optional<std::string_view> parameter(const Record& record, ServiceKey key)
{
    std::string_view rest = record.bytes(svcb_parameters);
    while (!rest.empty()) {
        std::size_t length = number_at(rest, 2);
        if (number_at(rest, 0) == static_cast<std::size_t>(key))
            return rest.substr(4, length);
        rest.remove_prefix(4 + length);
    }
    return {};
}

Place item_place(const Record& record, ServiceKey key, std::size_t index, const Lint& lint)
{
    if (!lint.describing())
        return record.at(svcb_parameters);
    Place whole = parameter_place(record, key);
    const Zone& zone = record.zone();
    std::string_view text = zone.sources().text(zone.span(whole));
    std::size_t begin = head_text(key).size();
    if (!text.starts_with(head_text(key)) || text.find_first_of("\\\" \t") != std::string_view::npos)
        return whole; // commas may be escaped, and what is quoted is a word of its own
    for (; index > 0; --index)
        begin = text.find(',', begin) + 1;
    return whole.within(begin, std::min(text.find(',', begin), text.size()));
}

std::string_view next_protocol(std::string_view& alpn)
{
    std::size_t length = static_cast<unsigned char>(alpn[0]);
    std::string_view protocol = alpn.substr(1, length);
    alpn.remove_prefix(1 + length);
    return protocol;
}

Name effective_target(const Record& record)
{
    Name target = record.name(svcb_target);
    return target.is_root() ? record.owner() : target;
}

bool is_port_label(std::string_view label)
{
    return label.size() > 1 && label.starts_with('_') && std::all_of(label.begin() + 1, label.end(), is_digit);
}

bool is_dns_service(Name owner)
{
    std::string_view label = owner.first_label();
    if (is_port_label(label))
        label = owner.parent().first_label();
    return same_word(label, "_dns");
}

} // namespace zonevet::rules
