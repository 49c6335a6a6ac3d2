// Names and globs of names in rules, relative to the zone.
#include "policy/names.h"

#include "dns/octets.h"

#include <cstring>

namespace zonevet::policy {

namespace {

// The rest of a pattern against the rest of a name, both from the left; `end` is where the part of
// the name that counts ends. Backtracks at `**` only; names have few labels.
bool fits_from(std::string_view pattern, std::string_view labels)
{
    while (!pattern.empty()) {
        if (labels.empty())
            return false;
        std::size_t size = static_cast<unsigned char>(labels[0]);
        std::string_view rest = labels.substr(size + 1);
        if (pattern[0] == Value::many_labels) {
            std::string_view behind = pattern.substr(1);
            if (behind.empty())
                return true;
            for (; !rest.empty(); rest.remove_prefix(static_cast<unsigned char>(rest[0]) + 1u))
                if (fits_from(behind, rest))
                    return true;
            return false;
        }
        if (pattern[0] == Value::one_label) {
            pattern.remove_prefix(1);
        } else {
            if (pattern[0] != labels[0] || !same_word(pattern.substr(1, size), labels.substr(1, size)))
                return false;
            pattern.remove_prefix(size + 1);
        }
        labels = rest;
    }
    return labels.empty();
}

std::string_view without_root(Name name)
{
    return name.wire().substr(0, name.wire().size() - 1);
}

void append_label(std::string& out, std::string_view label)
{
    for (char c : label) {
        auto value = static_cast<unsigned char>(c);
        if (value <= ' ' || value >= 0x7f) {
            append_decimal_escape(out, value);
            continue;
        }
        if (c == '.' || c == '\\' || c == '"' || c == '(' || c == ')' || c == ';' || c == '@' || c == '$')
            out += '\\';
        out += ascii_lower(c);
    }
}

void append_labels(std::string& out, std::string_view labels)
{
    while (!labels.empty()) {
        std::size_t size = static_cast<unsigned char>(labels[0]);
        append_label(out, labels.substr(1, size));
        labels.remove_prefix(size + 1);
        if (!labels.empty())
            out += '.';
    }
}

} // namespace

std::optional<NamePattern> name_pattern(std::string_view text)
{
    NamePattern pattern;
    if (text == "@")
        return pattern;
    if (text == ".") {
        pattern.absolute = true;
        return pattern;
    }
    if (text.empty())
        return {};
    while (!text.empty()) {
        std::string label;
        bool star = false;
        while (!text.empty() && text[0] != '.') {
            if (text[0] != '\\') {
                star = star || text[0] == '*';
                label += text[0];
                text.remove_prefix(1);
                continue;
            }
            std::size_t at = 1;
            char value = 0;
            if (!read_escape(text, at, value))
                return {};
            label += value;
            text.remove_prefix(at);
        }
        if (label.empty() || label.size() > 63)
            return {};
        if (star && (label == "*" || label == "**")) {
            pattern.labels += label.size() == 1 ? Value::one_label : Value::many_labels;
            pattern.exact = false;
        } else if (star) {
            return {}; // a star stands for whole labels only
        } else {
            pattern.labels += static_cast<char>(label.size());
            pattern.labels += label;
        }
        if (text == ".") {
            pattern.absolute = true;
            break;
        }
        if (!text.empty())
            text.remove_prefix(1);
    }
    if (pattern.labels.size() > 254)
        return {};
    return pattern;
}

bool fits(const Value& pattern, Name name, Name apex)
{
    std::string_view labels = without_root(name);
    if (!pattern.absolute) {
        if (!name.is_at_or_below(apex))
            return false;
        labels = labels.substr(0, name.wire().size() - apex.wire().size());
    }
    return fits_from(pattern.text, labels);
}

bool is_exact(const Value& pattern)
{
    for (std::string_view rest = pattern.text; !rest.empty();) {
        auto size = static_cast<unsigned char>(rest[0]);
        if (size > 63)
            return false;
        rest.remove_prefix(size + 1u);
    }
    return true;
}

std::optional<Name> exact_name(const Value& pattern, Name apex, char* room)
{
    std::string_view tail = pattern.absolute ? std::string_view("\0", 1) : apex.wire();
    std::size_t size = pattern.text.size() + tail.size();
    if (size > 255)
        return {};
    std::memcpy(room, pattern.text.data(), pattern.text.size());
    std::memcpy(room + pattern.text.size(), tail.data(), tail.size());
    return Name({room, size});
}

void append_relative(std::string& out, Name name, Name apex)
{
    if (!name.is_at_or_below(apex))
        return append_absolute(out, name);
    std::size_t size = name.wire().size() - apex.wire().size();
    if (size == 0)
        out += '@';
    else
        append_labels(out, name.wire().substr(0, size));
}

void append_absolute(std::string& out, Name name)
{
    append_labels(out, without_root(name));
}

Name service_domain(Name owner)
{
    while (!owner.is_root() && owner.first_label().starts_with('_'))
        owner = owner.parent();
    return owner;
}

} // namespace zonevet::policy
