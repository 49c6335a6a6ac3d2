// What single words of the command line and the configuration mean.
#include "toml/words.h"

#include "text/source.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace zonevet {

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates)
{
    auto limit = static_cast<unsigned>(std::min<std::size_t>(3, word.size() / 3 + 1));
    std::string_view near = nearest(word, candidates, limit);
    return near.empty() ? "" : fmt::format("did you mean `{}`?", near);
}

bool is_kebab(std::string_view word)
{
    return word.size() >= 2 && word.front() != '-' && word.back() != '-' && word.find("--") == std::string_view::npos &&
           word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::optional<std::int64_t> number_of(std::string_view word)
{
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || word.empty())
        return {};
    return value;
}

std::optional<std::int64_t> period_of(std::string_view word)
{
    constexpr std::int64_t most = std::int64_t{1} << 40;
    if (std::optional<std::int64_t> seconds = number_of(word))
        return *seconds >= 0 && *seconds <= most ? seconds : std::nullopt;
    std::int64_t sum = 0;
    while (!word.empty()) {
        std::size_t digits = word.find_first_not_of("0123456789");
        if (digits == 0 || digits == std::string_view::npos)
            return {};
        std::optional<std::int64_t> count = number_of(word.substr(0, digits));
        std::int64_t unit = 0;
        switch (word[digits] | 0x20) {
        case 's':
            unit = 1;
            break;
        case 'm':
            unit = 60;
            break;
        case 'h':
            unit = 3600;
            break;
        case 'd':
            unit = 86400;
            break;
        case 'w':
            unit = 604800;
            break;
        default:
            return {};
        }
        if (!count || *count > most / unit)
            return {};
        sum += *count * unit;
        if (sum > most)
            return {};
        word.remove_prefix(digits + 1);
    }
    return sum;
}

} // namespace zonevet
