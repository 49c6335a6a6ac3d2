#include "dns/rdata.h"

#include <catch2/catch.hpp>

using namespace zonevet;

TEST_CASE("periods are numbers of seconds or numbers with units")
{
    struct Row {
        std::string_view text;
        PeriodError error;
        std::uint64_t seconds;
    };
    const Row rows[] = {
        {"0", PeriodError::none, 0},
        {"3600", PeriodError::none, 3600},
        {"2147483648", PeriodError::none, 2147483648},
        {"4294967296", PeriodError::none, 4294967296},
        {"1h", PeriodError::none, 3600},
        {"1W2D3H4M5S", PeriodError::none, 604800 + 2 * 86400 + 3 * 3600 + 4 * 60 + 5},
        {"30m1h", PeriodError::none, 5400},
        {"99999999999999999999", PeriodError::overflow, 0},
        {"99999999999w", PeriodError::overflow, 0},
        {"", PeriodError::syntax, 0},
        {"h", PeriodError::syntax, 0},
        {"1h30", PeriodError::syntax, 0},
        {"10x", PeriodError::syntax, 0},
        {"-5", PeriodError::syntax, 0},
        {"1 h", PeriodError::syntax, 0},
        {"1hh", PeriodError::syntax, 0},
        {"+1", PeriodError::syntax, 0},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        std::uint64_t seconds = 0;
        CHECK(parse_period(row.text, seconds) == row.error);
        if (row.error == PeriodError::none)
            CHECK(seconds == row.seconds);
    }
}

TEST_CASE("periods are written in their largest units")
{
    CHECK(period_text(0) == "0s");
    CHECK(period_text(59) == "59s");
    CHECK(period_text(5400) == "1h30m");
    CHECK(period_text(86400) == "1d");
    CHECK(period_text(604800 + 86400 + 1) == "1w1d1s");
    CHECK(period_text(2147483647) == "3550w5d3h14m7s");
}

TEST_CASE("escapes of strings are undone")
{
    std::string out;
    std::size_t from = 0;
    std::size_t to = 0;
    CHECK(unescape("a\\\"b\\\\c\\065\\000", out, from, to));
    CHECK(out == std::string("a\"b\\cA\0", 7));
    CHECK(unescape("", out, from, to));
    CHECK(out.empty());
    CHECK_FALSE(unescape("ab\\256c", out, from, to));
    CHECK(from == 2);
    CHECK(to == 6);
    CHECK_FALSE(unescape("ab\\1", out, from, to));
    CHECK(from == 2);
    CHECK(to == 4);
    CHECK_FALSE(unescape("\\", out, from, to));
    CHECK(from == 0);
    CHECK(to == 1);
}

TEST_CASE("strings are written with escapes")
{
    CHECK(quoted_text("") == "\"\"");
    CHECK(quoted_text("a b;c") == "\"a b;c\"");
    CHECK(quoted_text("\"\\\x01\xff") == "\"\\\"\\\\\\001\\255\"");
}
