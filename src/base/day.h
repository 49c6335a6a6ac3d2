// Days as people write them.
#pragma once

#include "base/ascii.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zonevet {

// "2026-12-31" as days since 1970-01-01; nothing when there is no such day.
inline std::optional<std::int64_t> day_of(std::string_view date)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    if (date.size() != shape.size())
        return {};
    int parts[3] = {};
    for (std::size_t i = 0, part = 0; i < shape.size(); ++i) {
        if (shape[i] == '-' ? date[i] != '-' : !is_digit(date[i]))
            return {};
        if (shape[i] == '-')
            ++part;
        else
            parts[part] = parts[part] * 10 + (date[i] - '0');
    }
    std::chrono::year_month_day day{std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])),
                                    std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!day.ok())
        return {};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

// From the first day to the last, both counted.
struct Days {
    std::int64_t first, last;
};

// "2026-12-18/2027-01-04", or one day.
inline std::optional<Days> days_of(std::string_view period)
{
    std::size_t slash = period.find('/');
    std::optional<std::int64_t> first = day_of(period.substr(0, slash)), last = first;
    if (slash != std::string_view::npos)
        last = day_of(period.substr(slash + 1));
    if (!first || !last || *last < *first)
        return {};
    return Days{*first, *last};
}

} // namespace zonevet
