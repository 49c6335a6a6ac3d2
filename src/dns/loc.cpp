// Where on Earth something is (RFC 1876): "42 21 54.5 N 71 6 18 W -24m 30m 10000m 10m". Latitude
// and longitude are thousandths of a second of arc from the equator and the meridian, around 2^31;
// the altitude is centimetres above 100 km below the ground; sizes are a digit and a power of ten.
#include "dns/octets.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

constexpr std::uint32_t middle = 0x80000000U;
constexpr std::uint32_t ground = 10000000; // centimetres
constexpr std::uint64_t largest_size = 9000000000U;

// "12", "12.3": a number with up to `places` decimals, in units of the last of them.
bool decimal(std::string_view text, std::size_t places, std::uint64_t& value)
{
    std::size_t dot = std::min(text.find('.'), text.size());
    std::string_view whole = text.substr(0, dot);
    std::string_view part = dot < text.size() ? text.substr(dot + 1) : std::string_view();
    if (whole.size() + part.size() == 0 || whole.size() > 10 || part.size() > places)
        return false;
    value = 0;
    for (std::string_view digits : {whole, part})
        for (char c : digits) {
            if (!is_digit(c))
                return false;
            value = value * 10 + static_cast<std::uint64_t>(c - '0');
        }
    for (std::size_t i = part.size(); i < places; ++i)
        value *= 10;
    return true;
}

struct Axis {
    std::string_view noun;
    std::uint32_t degrees;
    char plus, minus;
};
constexpr Axis latitude = {"latitude", 90, 'N', 'S'};
constexpr Axis longitude = {"longitude", 180, 'E', 'W'};

bool is_letter_of(const Axis& axis, std::string_view text)
{
    return text.size() == 1 && (text[0] == axis.plus || text[0] == axis.minus);
}

// "d [m [s]] N"
bool read_axis(DataReader& reader, const Axis& axis)
{
    std::uint64_t thousandths = 0;
    std::size_t first = reader.next;
    for (std::size_t part = 0; part < 4; ++part) {
        if (reader.at_end())
            return reader.lacks(axis.noun);
        std::string_view text = reader.word().text;
        if (part > 0 && is_letter_of(axis, text)) {
            if (thousandths > axis.degrees * 3600000ULL)
                return reader.wrong_words(first, reader.next, Mistake::value_invalid,
                                          fmt::format("this {} is beyond {} degrees", axis.noun, axis.degrees));
            auto offset = static_cast<std::uint32_t>(thousandths);
            ++reader.next;
            return reader.out.append_u32(text[0] == axis.plus ? middle + offset : middle - offset);
        }
        if (part == 3) {
            break;
        } else if (part == 2) {
            std::uint64_t value = 0;
            if (!decimal(text, 3, value) || value >= 60000)
                return reader.wrong(Mistake::value_invalid,
                                    fmt::format("`{}` is neither `{}` or `{}` nor seconds, a number "
                                                "below 60 with up to three decimals",
                                                text, axis.plus, axis.minus));
            thousandths += value;
        } else {
            std::uint32_t value = 0;
            std::uint32_t largest = part == 0 ? axis.degrees : 59;
            std::string noun = fmt::format("{} of the {}", part == 0 ? "degree" : "minute", axis.noun);
            if (part == 1 && to_number(text, largest, value) == NumberError::syntax)
                return reader.wrong(Mistake::value_invalid,
                                    fmt::format("`{}` is neither `{}` or `{}` nor the minutes of the {}", text,
                                                axis.plus, axis.minus, axis.noun));
            if (!number_in(reader, text, 0, largest, noun, value))
                return false;
            thousandths += value * (part == 0 ? 3600000ULL : 60000ULL);
        }
        ++reader.next;
    }
    return reader.wrong(Mistake::value_invalid, fmt::format("`{}` stands where `{}` or `{}` ends the {}",
                                                            reader.word().text, axis.plus, axis.minus, axis.noun));
}

std::string_view without_unit(std::string_view text)
{
    if (text.ends_with('m'))
        text.remove_suffix(1);
    return text;
}

bool read_altitude(DataReader& reader)
{
    if (reader.at_end())
        return reader.lacks("altitude");
    std::string_view text = reader.word().text;
    std::string_view number = without_unit(text);
    bool negative = number.starts_with('-');
    if (negative || number.starts_with('+'))
        number.remove_prefix(1);
    std::uint64_t value = 0;
    bool good = decimal(number, 2, value);
    if (!good)
        return reader.wrong(Mistake::value_invalid,
                            fmt::format("`{}` is not an altitude, metres with up to two decimals", text));
    if (negative ? value > ground : value > 0xffffffffULL - ground)
        return reader.wrong(Mistake::value_invalid,
                            fmt::format("`{}` is outside of -100000.00m to 42849672.95m, the altitudes of LOC", text));
    auto centimetres = static_cast<std::uint32_t>(value);
    ++reader.next;
    return reader.out.append_u32(negative ? ground - centimetres : ground + centimetres);
}

// A digit and a power of ten, in centimetres; what is behind the first digit is dropped.
bool read_size(DataReader& reader, std::string_view noun, std::uint8_t& packed)
{
    if (reader.at_end())
        return true;
    std::string_view text = reader.word().text;
    std::uint64_t value = 0;
    if (!decimal(without_unit(text), 2, value) || value > largest_size)
        return reader.wrong(
            Mistake::value_invalid,
            fmt::format("`{}` is not a {}, metres from 0 to 90000000 with up to two decimals", text, noun));
    std::uint8_t power = 0;
    for (; value >= 10; value /= 10)
        ++power;
    packed = static_cast<std::uint8_t>(value << 4 | power);
    ++reader.next;
    return true;
}

std::string axis_text(std::uint32_t wire, const Axis& axis)
{
    std::uint32_t offset = wire >= middle ? wire - middle : middle - wire;
    return fmt::format("{} {} {}.{:03} {}", offset / 3600000, offset / 60000 % 60, offset / 1000 % 60, offset % 1000,
                       wire >= middle ? axis.plus : axis.minus);
}

std::string size_text(unsigned char packed)
{
    std::uint64_t value = packed >> 4;
    for (unsigned power = packed & 15; power > 0; --power)
        value *= 10;
    if (value % 100 == 0)
        return fmt::format("{}m", value / 100);
    return fmt::format("{}.{:02}m", value / 100, value % 100);
}

} // namespace

bool read_location(DataReader& reader)
{
    // Version, size, horizontal and vertical precision: 1 m, 10 km, 10 m when left out.
    std::uint8_t head[4] = {0, 0x12, 0x16, 0x13};
    if (reader.at_end())
        return reader.missing();
    reader.out.append(head, 4);
    if (!read_axis(reader, latitude) || !read_axis(reader, longitude) || !read_altitude(reader) ||
        !read_size(reader, "size", head[1]) || !read_size(reader, "horizontal precision", head[2]) ||
        !read_size(reader, "vertical precision", head[3]))
        return false;
    for (std::size_t i = 0; i < 4; ++i)
        reader.out.data()[reader.field_start + i] = static_cast<char>(head[i]);
    return true;
}

bool location_valid(std::string_view rest)
{
    if (rest.size() != 16 || rest[0] != 0)
        return false;
    for (std::size_t i = 1; i < 4; ++i) {
        auto packed = static_cast<unsigned char>(rest[i]);
        if (packed >> 4 > 9 || (packed & 15) > 9)
            return false;
    }
    auto within = [](std::uint32_t wire, const Axis& axis) {
        std::uint32_t offset = wire >= middle ? wire - middle : middle - wire;
        return offset <= axis.degrees * 3600000U;
    };
    return within(read_u32(rest.data() + 4), latitude) && within(read_u32(rest.data() + 8), longitude);
}

std::string location_text(std::string_view rest)
{
    std::uint32_t altitude = read_u32(rest.data() + 12);
    bool below = altitude < ground;
    std::uint32_t centimetres = below ? ground - altitude : altitude - ground;
    std::string text = fmt::format("{} {} {}{}.{:02}m", axis_text(read_u32(rest.data() + 4), latitude),
                                   axis_text(read_u32(rest.data() + 8), longitude), below ? "-" : "", centimetres / 100,
                                   centimetres % 100);
    for (std::size_t i = 1; i < 4; ++i)
        text += ' ' + size_text(static_cast<unsigned char>(rest[i]));
    return text;
}

} // namespace zonevet
