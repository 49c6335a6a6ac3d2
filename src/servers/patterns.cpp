// Patterns of zone file names. A zone name may hold a slash (RFC 2317), a file name may not: Knot
// writes an underscore for it, and so do people.
#include "servers/reading.h"

#include <algorithm>

namespace zonevet::servers {

namespace {

std::string without_dot(std::string_view name)
{
    if (name.ends_with('.'))
        name.remove_suffix(1);
    std::string text(name);
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

// Labels from the left; escapes are not worth knowing here.
std::vector<std::string_view> labels_of(std::string_view name)
{
    std::vector<std::string_view> labels;
    while (!name.empty()) {
        std::size_t dot = std::min(name.find('.'), name.size());
        labels.push_back(name.substr(0, dot));
        name.remove_prefix(std::min(dot + 1, name.size()));
    }
    return labels;
}

// "[3]" or "[3-5]" at the start of `text`: how long it is, and its two numbers; 0 when it is none.
std::size_t range_at(std::string_view text, std::size_t& first, std::size_t& last)
{
    if (!text.starts_with('['))
        return 0;
    std::size_t close = text.find(']');
    if (close == std::string_view::npos || close < 2 || close > 8)
        return 0;
    std::size_t numbers[2] = {0, 0};
    std::size_t n = 0;
    bool digit = false;
    for (char c : text.substr(1, close - 1)) {
        if (c >= '0' && c <= '9') {
            numbers[n] = numbers[n] * 10 + static_cast<std::size_t>(c - '0');
            digit = true;
        } else if (c == '-' && n == 0 && digit) {
            n = 1;
            digit = false;
        } else {
            return 0;
        }
    }
    if (!digit)
        return 0;
    first = numbers[0];
    last = n == 0 ? first : numbers[1];
    return close + 1;
}

} // namespace

std::string bind_file(std::string_view pattern, std::string_view name, std::string_view type, std::string_view view)
{
    std::string file;
    for (std::size_t i = 0; i < pattern.size();) {
        std::string_view rest = pattern.substr(i);
        if (rest.starts_with("$name")) {
            file += without_dot(name);
            i += 5;
        } else if (rest.starts_with("$type")) {
            file += type;
            i += 5;
        } else if (rest.starts_with("$view")) {
            file += view;
            i += 5;
        } else {
            file += pattern[i++];
        }
    }
    return file;
}

std::string nsd_file(std::string_view pattern, std::string_view name)
{
    std::string text = without_dot(name);
    std::vector<std::string_view> labels = labels_of(text);
    std::string file;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char next = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        if (next == 's') {
            file += text;
        } else if (next >= '1' && next <= '3') {
            auto at = static_cast<std::size_t>(next - '1');
            file += at < text.size() ? text[at] : '.';
        } else if (next >= 'x' && next <= 'z') {
            auto above = static_cast<std::size_t>('z' - next); // the top-level domain is 0
            file += above < labels.size() ? labels[labels.size() - 1 - above] : std::string_view(".");
        } else {
            file += pattern[i];
            continue;
        }
        ++i;
    }
    return file;
}

std::string knot_file(std::string_view pattern, std::string_view name)
{
    std::string text = without_dot(name);
    std::vector<std::string_view> labels = labels_of(text);
    std::string file;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char next = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        std::size_t first = 0, last = 0, length = 0;
        if (next == 's') {
            file += text;
        } else if (next == '%') {
            file += '%';
        } else if (next == 'c' && (length = range_at(pattern.substr(i + 2), first, last)) != 0) {
            for (std::size_t at = first; at <= last && at < text.size(); ++at)
                file += text[at];
        } else if (next == 'l' && (length = range_at(pattern.substr(i + 2), first, last)) != 0) {
            if (first < labels.size())
                file += labels[first];
        } else {
            file += pattern[i];
            continue;
        }
        i += 1 + length;
    }
    return file;
}

} // namespace zonevet::servers
