// Serials of the form YYYYMMDDnn.
#pragma once

#include <cstdint>

namespace zonevet::rules {

struct SerialDate {
    std::uint32_t year = 0, month = 0, day = 0, count = 0;

    explicit constexpr SerialDate(std::uint32_t serial)
        : year(serial / 1000000), month(serial / 10000 % 100), day(serial / 100 % 100), count(serial % 100)
    {
    }
    // Of our time. Seconds since 1970, the other habit, look like this only from 2033 on.
    constexpr bool looks_like_date() const { return year >= 1985 && year < 2100; }
    constexpr bool is_date() const
    {
        constexpr std::uint32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
    }
};

// The last serial that a day (counted from 1970-01-01) can have: its date and 99.
constexpr std::uint32_t last_serial_of(std::int64_t days)
{
    // Years from March on, in eras of 400 years, so that the leap day comes last.
    std::int64_t shifted = days + 719468;
    std::int64_t era = shifted / 146097, day_of_era = shifted % 146097;
    std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    std::int64_t march_month = (5 * day_of_year + 2) / 153;
    std::int64_t day = day_of_year - (153 * march_month + 2) / 5 + 1;
    std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return static_cast<std::uint32_t>(year * 1000000 + month * 10000 + day * 100 + 99);
}

} // namespace zonevet::rules
