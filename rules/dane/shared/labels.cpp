#include "rules/dane/shared/labels.h"

#include "base/ascii.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace zonevet::rules {

namespace {

// "_25" -> 25; -1 when it is no port, 0 for a number that no port has.
int port_of(std::string_view label)
{
    if (!label.starts_with('_'))
        return -1;
    label.remove_prefix(1);
    if (label.empty() || !std::all_of(label.begin(), label.end(), is_digit))
        return -1;
    std::uint16_t port = 0; // and stays so for what is too large
    std::from_chars(label.data(), label.data() + label.size(), port);
    return label[0] == '0' ? 0 : port;
}

bool is_marked_transport(std::string_view label)
{
    return same_word(label, "_tcp") || same_word(label, "_udp") || same_word(label, "_sctp") ||
           same_word(label, "_dccp") || same_word(label, "_quic");
}

} // namespace

TlsaOwner read_tlsa_owner(Name owner)
{
    TlsaOwner result;
    std::size_t labels = owner.label_count();
    if (labels < 2) {
        result.what = "has no labels for port and transport";
        return result;
    }
    std::string_view first = owner.label(0), second = owner.label(1);
    for (std::size_t i = 0; i < labels; ++i)
        result.dane_host = result.dane_host || same_word(owner.label(i), "_dane");
    int port = first == "*" ? 0 : port_of(first);
    result.attempt = port_of(first) >= 0 || is_marked_transport(first) || is_marked_transport(second);
    if (first == "*" || port > 0) {
        if (is_marked_transport(second)) {
            result.good = true;
            result.port = port;
        } else {
            result.what =
                second[0] == '_' ? "has no transport such as `_tcp` behind the port" : "lacks `_tcp` behind the port";
            result.to = first.size();
            if (std::string underscored = fmt::format("_{}", second); is_marked_transport(underscored)) {
                result.from = first.size() + 1;
                result.to = result.from + second.size();
                result.instead = underscored;
            }
        }
        return result;
    }
    result.to = first.size();
    if (port == 0)
        result.what = "begins with a number that is no port";
    else if (is_marked_transport(first) && port_of(second) > 0) {
        result.what = "has port and transport the wrong way round";
        result.to += 1 + second.size();
        result.instead = fmt::format("{}.{}", second, first);
    } else if (is_marked_transport(second) && std::all_of(first.begin(), first.end(), is_digit)) {
        result.what = "lacks the underscore before the port";
        if (std::string underscored = fmt::format("_{}", first); port_of(underscored) > 0)
            result.instead = underscored;
    } else if (is_marked_transport(second))
        result.what = "has a word where the port number belongs";
    else if (is_marked_transport(first))
        result.what = "has a transport but no port";
    else {
        result.what = "has no port and transport in front";
        result.to = 0; // the name as a whole
    }
    return result;
}

bool is_hashed_mailbox(Name owner, std::string_view label)
{
    std::string_view hash = owner.first_label();
    auto is_hex = [](char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); };
    return hash.size() == 56 && std::all_of(hash.begin(), hash.end(), is_hex) && same_word(owner.label(1), label);
}

} // namespace zonevet::rules
