#include "rules/caa/shared/caa.h"

#include "base/ascii.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet::rules {

namespace {

// IANA "Certification Authority Restriction Properties".
constexpr std::string_view known_tags[] = {"issue", "issuewild",    "issuemail",   "issuevmc",
                                           "iodef", "contactemail", "contactphone"};

constexpr std::string_view blanks = " \t";

// Letters, digits and hyphens, no hyphen at an end: a label, and the tag of a parameter.
bool is_label(std::string_view text)
{
    return !text.empty() && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// [from, to) without the blanks at its ends.
void trim(std::string_view value, std::size_t& from, std::size_t& to)
{
    std::string_view text = value.substr(from, to - from);
    to = from + text.find_last_not_of(blanks) + 1;
    from += std::min(text.find_first_not_of(blanks), to - from);
}

std::optional<IssuerMistake> check_domain(std::string_view value, std::size_t from, std::size_t to)
{
    std::string_view domain = value.substr(from, to - from);
    if (std::size_t scheme = domain.find("://"); scheme != std::string_view::npos)
        return IssuerMistake{from, to, "is a URL, not the domain name of a CA", "", false};
    if (domain.find_first_of(blanks) != std::string_view::npos)
        return IssuerMistake{from, to,    "has a blank inside the domain name of the CA",
                             "",   false, "give each CA a record of its own"};
    if (domain.ends_with('.') && domain.size() > 1)
        return IssuerMistake{from, to, "ends with a dot, which the name of a CA may not",
                             domain.substr(0, domain.size() - 1), true};
    if (domain.find(',') != std::string_view::npos)
        return IssuerMistake{from, to, "is not the domain name of a CA", "", false, "give each CA a record of its own"};
    for (std::size_t at = 0; at <= domain.size();) {
        std::size_t end = std::min(domain.find('.', at), domain.size());
        if (!is_label(domain.substr(at, end - at)))
            return IssuerMistake{from, to, "is not the domain name of a CA", "", false};
        at = end + 1;
    }
    if (domain.find('.') == std::string_view::npos)
        return IssuerMistake{from, to, "is a word, not the domain name of a CA", "", false};
    return {};
}

std::optional<IssuerMistake> check_parameter(std::string_view value, std::size_t from, std::size_t to)
{
    std::string_view text = value.substr(from, to - from);
    std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return IssuerMistake{from, to, "has a parameter without `=`", "", false};
    std::string_view tag = text.substr(0, equals);
    tag = tag.substr(0, tag.find_last_not_of(blanks) + 1);
    std::string_view argument = text.substr(equals + 1);
    argument.remove_prefix(std::min(argument.find_first_not_of(blanks), argument.size()));
    if (!is_label(tag))
        return IssuerMistake{from, to, "has a parameter whose name is not letters and digits", "", false};
    if (!std::all_of(argument.begin(), argument.end(), [](char c) { return c > ' ' && c < 0x7f; }))
        return IssuerMistake{from, to, "has a parameter with a blank in its value", "", false};
    return {};
}

} // namespace

bool same_tag(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

bool names_issuer(std::string_view tag)
{
    return same_tag(tag, "issue") || same_tag(tag, "issuewild") || same_tag(tag, "issuemail") ||
           same_tag(tag, "issuevmc");
}

bool is_known_tag(std::string_view tag)
{
    return std::any_of(std::begin(known_tags), std::end(known_tags),
                       [&](std::string_view known) { return same_tag(known, tag); });
}

std::string_view intended_tag(std::string_view tag)
{
    return nearest(tag, {std::begin(known_tags), std::end(known_tags)}, tag.size() > 4 ? 2 : 1);
}

Issuer read_issuer(std::string_view value)
{
    Issuer issuer;
    std::size_t end = std::min(value.find(';'), value.size());
    std::size_t from = 0, to = end;
    trim(value, from, to);
    issuer.domain = value.substr(from, to - from);
    if (!issuer.domain.empty())
        issuer.mistake = check_domain(value, from, to);
    if (issuer.mistake || end == value.size())
        return issuer;
    from = end + 1;
    to = value.size();
    trim(value, from, to);
    if (from == to)
        return issuer; // "ca.example;" and ";"
    for (std::size_t at = end + 1; at <= value.size() && !issuer.mistake;) {
        std::size_t next = std::min(value.find(';', at), value.size());
        from = at;
        to = next;
        trim(value, from, to);
        if (from == to && next == value.size()) // a final semicolon: its place, not nothing
            issuer.mistake = IssuerMistake{at - 1, at, "ends with a semicolon that no parameter follows", "", true};
        else if (from == to) // both semicolons
            issuer.mistake = IssuerMistake{at - 1, next + 1, "has an empty parameter", ";", true};
        else
            issuer.mistake = check_parameter(value, from, to);
        at = next + 1;
    }
    return issuer;
}

} // namespace zonevet::rules
