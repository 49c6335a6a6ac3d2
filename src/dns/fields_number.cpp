// Fields that are numbers: plain decimal ones, periods ("1w2d"), times of signatures, and those
// that also have names (types, algorithms, kinds of certificates). None stands behind a field that
// can fill the data, so that their octets always fit.
#include "dns/octets.h"
#include "dns/period.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

[[gnu::noinline]] bool wrong_number(DataReader& reader, std::string_view text, std::size_t from, std::uint32_t largest,
                                    std::string_view noun)
{
    std::size_t to = from + text.size();
    if (reader.word().quoted && text.empty())
        return reader.wrong(Mistake::number_invalid, fmt::format("the {} is empty", noun));
    if (text.empty())
        return reader.wrong_at(from, to, Mistake::number_invalid, fmt::format("the {} is empty", noun));
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits]))
        ++digits;
    if (digits == text.size())
        return reader.wrong_at(from, to, Mistake::number_too_large,
                               fmt::format("`{}` is larger than {}, the most that the {} can be", text, largest, noun),
                               noun == "serial" && text.size() > 10 ? "a date and two digits have ten: YYYYMMDDNN"
                                                                    : "");
    bool negative = text[0] == '-' && text.size() > 1;
    for (std::size_t i = 1; i < text.size(); ++i)
        negative = negative && is_digit(text[i]);
    if (negative)
        return reader.wrong_at(from, to, Mistake::number_invalid,
                               fmt::format("`{}` is negative, and a {} is a number from 0 to {}", text, noun, largest));
    return reader.wrong_at(from, to, Mistake::number_invalid,
                           fmt::format("`{}` is not a number, and the {} is one from 0 to {}", text, noun, largest));
}

} // namespace

NumberError to_number(std::string_view text, std::uint32_t largest, std::uint32_t& value)
{
    if (text.empty())
        return NumberError::syntax;
    std::uint64_t number = 0;
    bool overflow = false;
    for (char c : text) {
        if (!is_digit(c))
            return NumberError::syntax;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
        if (number > largest) {
            overflow = true;
            number = largest;
        }
    }
    value = static_cast<std::uint32_t>(number);
    return overflow ? NumberError::overflow : NumberError::none;
}

bool number_in(DataReader& reader, std::string_view text, std::size_t from, std::uint32_t largest,
               std::string_view noun, std::uint32_t& value)
{
    return to_number(text, largest, value) == NumberError::none || wrong_number(reader, text, from, largest, noun);
}

bool read_number(DataReader& reader, std::uint32_t largest, std::uint32_t& value)
{
    std::string_view text = reader.word().text;
    if (to_number(text, largest, value) != NumberError::none)
        return wrong_number(reader, text, 0, largest, reader.noun());
    ++reader.next;
    return true;
}

// Mnemonics of KEY's flags and protocol (RFC 2535 3.1.2, 3.1.3): read where a number fails, so that
// numbers pay nothing for them.
static bool has_key_mnemonics(Type type)
{
    return type == Type::KEY || type == Type::DNSKEY || type == Type::CDNSKEY || type == Type::RKEY;
}

bool read_u8_field(DataReader& reader)
{
    std::uint32_t value = 0;
    std::string_view text = reader.word().text;
    if (to_number(text, 255, value) != NumberError::none) {
        int named = has_key_mnemonics(reader.spec.type) ? key_protocol_from_text(text) : -1;
        if (reader.spec.type == Type::DSYNC && same_word(text, "NOTIFY")) // RFC 9859 2.1
            named = 1;
        if (named < 0)
            return wrong_number(reader, text, 0, 255, reader.noun());
        value = static_cast<std::uint32_t>(named);
    }
    ++reader.next;
    return reader.out.append_u8(static_cast<std::uint8_t>(value));
}

bool read_u16_field(DataReader& reader)
{
    std::uint32_t value = 0;
    std::string_view text = reader.word().text;
    if (to_number(text, 65535, value) != NumberError::none) {
        int named = has_key_mnemonics(reader.spec.type) ? key_flags_from_text(text) : -1;
        if (named < 0)
            return wrong_number(reader, text, 0, 65535, reader.noun());
        value = static_cast<std::uint32_t>(named);
    }
    ++reader.next;
    return reader.out.append_u16(static_cast<std::uint16_t>(value));
}

bool read_u32_field(DataReader& reader)
{
    std::uint32_t value = 0;
    return read_number(reader, 0xffffffffU, value) && reader.out.append_u32(value);
}

PeriodError parse_period(std::string_view text, std::uint64_t& seconds)
{
    constexpr std::uint64_t too_much = std::uint64_t{1} << 48;
    std::uint64_t total = 0;
    bool overflow = false;
    std::size_t i = 0;
    if (text.empty())
        return PeriodError::syntax;
    while (i < text.size()) {
        std::size_t begin = i;
        std::uint64_t number = 0;
        for (; i < text.size() && is_digit(text[i]); ++i) {
            number = number * 10 + static_cast<std::uint64_t>(text[i] - '0');
            if (number >= too_much) {
                overflow = true;
                number = too_much;
            }
        }
        if (i == begin)
            return PeriodError::syntax;
        if (i == text.size()) { // without a unit it must be the only number: "1h30" is ambiguous
            if (begin > 0)
                return PeriodError::syntax;
            total = number;
            break;
        }
        switch (ascii_lower(text[i++])) {
        case 'w':
            number *= 604800;
            break;
        case 'd':
            number *= 86400;
            break;
        case 'h':
            number *= 3600;
            break;
        case 'm':
            number *= 60;
            break;
        case 's':
            break;
        default:
            return PeriodError::syntax;
        }
        total += number;
        if (total >= too_much) {
            overflow = true;
            total = too_much;
        }
    }
    seconds = total;
    return overflow ? PeriodError::overflow : PeriodError::none;
}

bool is_unit_doubtful(std::string_view text, std::uint64_t seconds)
{
    char unit = static_cast<char>(text.empty() ? 0 : text.back() | 0x20);
    if (seconds < 86400 || std::string_view("mhdw").find(unit) == std::string_view::npos)
        return false;
    std::string_view number = text.substr(0, text.size() - 1);
    for (std::string_view usual :
         {"1800", "3600", "7200", "10800", "14400", "21600", "28800", "43200", "86400", "172800", "259200", "604800"})
        if (number == usual)
            return true;
    return false;
}

std::string period_text(std::uint64_t seconds)
{
    if (seconds == 0)
        return "0s";
    std::string text;
    constexpr std::pair<std::uint64_t, char> units[] = {{604800, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}};
    for (auto [length, unit] : units)
        if (seconds >= length) {
            text += std::to_string(seconds / length);
            text += unit;
            seconds %= length;
        }
    return text;
}

bool read_period(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::uint64_t seconds = 0;
    PeriodError problem = parse_period(text, seconds);
    if (problem == PeriodError::syntax)
        return reader.wrong(Mistake::number_invalid,
                            fmt::format("`{}` is not a period: {} is a number of seconds, or numbers "
                                        "with the units w, d, h, m, s",
                                        text, reader.noun()));
    if (problem == PeriodError::overflow || seconds > 0xffffffffU)
        return reader.wrong(
            Mistake::number_too_large,
            fmt::format("`{}` is more than 4294967295 seconds, the most that the {} can be", text, reader.noun()));
    ++reader.next;
    return reader.out.append_u32(static_cast<std::uint32_t>(seconds));
}

namespace {

// Days since 1970-01-01 of a date of the Gregorian calendar.
std::int64_t days_of(std::uint32_t year, std::uint32_t month, std::uint32_t day)
{
    // Years are counted from March, so that the leap day is the last of its year.
    std::int64_t y = std::int64_t{year} - (month <= 2 ? 1 : 0);
    std::int64_t m = month > 2 ? month - 3 : month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

std::uint32_t digits(std::string_view text)
{
    std::uint32_t value = 0;
    for (char c : text)
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value;
}

// YYYYMMDDHHMMSS (RFC 4034 3.2); the result is taken modulo 2^32, as serial numbers are.
bool date_time(DataReader& reader, std::string_view text, std::uint32_t& value)
{
    std::uint32_t year = digits(text.substr(0, 4));
    std::uint32_t month = digits(text.substr(4, 2));
    std::uint32_t day = digits(text.substr(6, 2));
    std::uint32_t hour = digits(text.substr(8, 2));
    std::uint32_t minute = digits(text.substr(10, 2));
    std::uint32_t second = digits(text.substr(12, 2));
    auto part = [&](std::size_t from, std::size_t size, std::string_view noun) {
        return reader.wrong_at(
            from, from + size, Mistake::value_invalid,
            fmt::format("`{}` is not a time (YYYYMMDDHHMMSS): {} is no {}", text, text.substr(from, size), noun));
    };
    constexpr std::uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1970)
        return part(0, 4, "year from 1970 on");
    if (month < 1 || month > 12)
        return part(4, 2, "month");
    if (day < 1 || day > lengths[month - 1] + (month == 2 && leap ? 1U : 0U))
        return part(6, 2, "day of that month");
    if (hour > 23)
        return part(8, 2, "hour");
    if (minute > 59)
        return part(10, 2, "minute");
    if (second > 60) // 60: a leap second
        return part(12, 2, "second");
    value = static_cast<std::uint32_t>(((days_of(year, month, day) * 24 + hour) * 60 + minute) * 60 + second);
    return true;
}

} // namespace

bool read_time(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::uint32_t value = 0;
    NumberError problem = to_number(text, 0xffffffffU, value);
    if (problem == NumberError::syntax || text.size() > 14 || (problem == NumberError::overflow && text.size() != 14))
        return reader.wrong(
            Mistake::value_invalid,
            fmt::format("`{}` is not a time: {} is YYYYMMDDHHMMSS or seconds since 1970", text, reader.noun()));
    if (text.size() == 14 && !date_time(reader, text, value))
        return false;
    ++reader.next;
    return reader.out.append_u32(value);
}

bool read_type(DataReader& reader)
{
    std::string_view text = reader.word().text;
    Type type = type_from_text(text);
    if (type == Type::none) {
        std::string_view nearest = nearest_type(text);
        return reader.wrong(Mistake::type_unknown, fmt::format("`{}` is not a record type", text),
                            nearest.empty() ? "" : fmt::format("did you mean `{}`?", nearest));
    }
    ++reader.next;
    return reader.out.append_u16(static_cast<std::uint16_t>(type));
}

bool read_algorithm(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::uint32_t value = 0;
    NumberError problem = to_number(text, 255, value);
    if (problem == NumberError::overflow)
        return wrong_number(reader, text, 0, 255, reader.noun());
    if (problem != NumberError::none) {
        int named = algorithm_from_text(text);
        if (named < 0)
            return reader.wrong(Mistake::value_invalid,
                                fmt::format("`{}` is neither a number nor the mnemonic of an {}", text, reader.noun()));
        value = static_cast<std::uint32_t>(named);
    }
    ++reader.next;
    return reader.out.append_u8(static_cast<std::uint8_t>(value));
}

bool read_certificate(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::uint32_t value = 0;
    NumberError problem = to_number(text, 65535, value);
    if (problem == NumberError::overflow)
        return wrong_number(reader, text, 0, 65535, "certificate type");
    if (problem != NumberError::none) {
        int named = certificate_from_text(text);
        if (named < 0)
            return reader.wrong(Mistake::value_invalid,
                                fmt::format("`{}` is neither a number nor the mnemonic of a certificate type", text));
        value = static_cast<std::uint32_t>(named);
    }
    ++reader.next;
    return reader.out.append_u16(static_cast<std::uint16_t>(value));
}

} // namespace zonevet
