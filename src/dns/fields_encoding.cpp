// Fields written in an encoding: hexadecimal, Base64 (RFC 4648 4), Base32 with the extended hex
// alphabet (RFC 4648 7), and the bit map of types (RFC 4034 4.1.2).
#include "dns/octets.h"
#include "dns/reader.h"

#include <array>
#include <bit>
#include <cstring>

namespace zonevet {

namespace {

constexpr std::uint8_t none = 255;

constexpr std::array<std::uint8_t, 256> values_of(std::string_view alphabet, bool any_case)
{
    std::array<std::uint8_t, 256> values{};
    values.fill(none);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
        if (any_case)
            values[static_cast<unsigned char>(ascii_lower(alphabet[i]))] = static_cast<std::uint8_t>(i);
    }
    return values;
}

constexpr std::string_view base64_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base32_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
constexpr std::string_view hex_alphabet = "0123456789ABCDEF";
constexpr auto base64_values = values_of(base64_alphabet, false);
constexpr auto base32_values = values_of(base32_alphabet, true);
constexpr auto hex_values = values_of(hex_alphabet, true);

std::uint8_t value_in(const std::array<std::uint8_t, 256>& values, char c)
{
    return values[static_cast<unsigned char>(c)];
}

[[gnu::noinline]] bool wrong_character(DataReader& reader, std::size_t at, std::string_view encoding)
{
    std::string_view text = reader.word().text;
    if (reader.word().quoted)
        return reader.wrong(Mistake::encoding_invalid,
                            fmt::format("the {} is a quoted string, not {}", reader.noun(), encoding));
    if (encoding == "hexadecimal" && text.size() > 2 && text[0] == '0' && ascii_lower(text[1]) == 'x')
        return reader.wrong_at(0, 2, Mistake::encoding_invalid,
                               fmt::format("the {} is hexadecimal without `{}`", reader.noun(), text.substr(0, 2)),
                               fmt::format("leave `{}` out", text.substr(0, 2)));
    return reader.wrong_at(at, at + 1, Mistake::encoding_invalid,
                           fmt::format("`{}` does not occur in {}", text.substr(at, 1), encoding));
}

[[gnu::noinline]] bool wrong_all(DataReader& reader, std::size_t first, Mistake mistake, std::string message,
                                 std::string help = {})
{
    return reader.wrong_words(first, reader.words.size() - 1, mistake, std::move(message), std::move(help));
}

// The digest at hand measures what its kind does.
bool check_digest(DataReader& reader, std::size_t first)
{
    std::size_t wanted = digest_length(reader.spec.type, reader.out.view());
    std::size_t found = reader.out.size() - reader.field_start;
    if (wanted == 0 || wanted == found)
        return true;
    if (wanted == any_from_12)
        return found >= 12 ||
               wrong_all(reader, first, Mistake::data_length_wrong,
                         fmt::format("the {} has {} octets, and one has 12 at least", reader.noun(), found));
    std::uint32_t kind = static_cast<unsigned char>(reader.out.view()[reader.field_start - 1]);
    std::string name(reader.spec.fields[reader.spec.fields.size() - 2].name);
    for (char& c : name)
        if (c == '-')
            c = ' ';
    return wrong_all(
        reader, first, Mistake::data_length_wrong,
        fmt::format("the {} has {} octets, and one of {} {} has {}", reader.noun(), found, name, kind, wanted),
        "copy it again, whole");
}

} // namespace

bool read_hex(DataReader& reader)
{
    std::size_t first = reader.next;
    char* begin = reader.out.data() + reader.out.size();
    char* out = begin;
    const char* end = reader.out.data() + RdataBuffer::limit;
    std::uint8_t high = none;
    for (; !reader.at_end(); ++reader.next) {
        const Word& word = reader.word();
        if (word.quoted)
            return wrong_character(reader, 0, "hexadecimal");
        std::size_t i = 0;
        if (high == none) // whole octets as long as all goes well
            for (; i + 2 <= word.text.size() && out != end; i += 2) {
                unsigned upper = value_in(hex_values, word.text[i]);
                unsigned lower = value_in(hex_values, word.text[i + 1]);
                if ((upper | lower) > 15)
                    break;
                *out++ = static_cast<char>(upper << 4 | lower);
            }
        for (; i < word.text.size(); ++i) {
            std::uint8_t value = value_in(hex_values, word.text[i]);
            if (value == none)
                return wrong_character(reader, i, "hexadecimal");
            if (high == none) {
                high = value;
                continue;
            }
            if (out == end)
                return reader.too_long();
            *out++ = static_cast<char>(high << 4 | value);
            high = none;
        }
    }
    if (high != none) {
        // RFC 8078 4 wrote the DS that asks for deletion as "0 0 0 0" (erratum 5049: "00").
        bool deletion = reader.spec.type == Type::CDS && out == begin && high == 0 &&
                        reader.out.view() == std::string_view("\0\0\0\0", 4);
        if (!deletion)
            return wrong_all(reader, first, Mistake::encoding_invalid,
                             fmt::format("the {} has an odd number of hexadecimal digits", reader.noun()));
        if (reader.notes)
            reader.note(Mistake::encoding_invalid, first, first, "`0` is half an octet; BIND and Knot refuse it",
                        "write it as `00`", "00");
        *out++ = 0;
    }
    reader.out.resize(reader.out.size() + static_cast<std::size_t>(out - begin));
    return check_digest(reader, first);
}

bool has_no_key(Type type, std::string_view rdata)
{
    return type == Type::KEY && (static_cast<unsigned char>(rdata[0]) & 0xc0) == 0xc0;
}

bool read_base64(DataReader& reader)
{
    std::size_t first = reader.next;
    Type type = reader.spec.type;
    if (has_no_key(type, reader.out.view())) // RFC 2535 3.1.2: the record ends after the algorithm
        return reader.at_end() ||
               wrong_all(reader, first, Mistake::field_extra,
                         fmt::format("the flags `{}` of {} say that there is no key, but one follows",
                                     reader.words[0].text, reader.spec.mnemonic));
    if (reader.at_end())
        return type == Type::SINK || reader.missing();
    if (type == Type::RKEY && (reader.out.view()[0] != 0 || reader.out.view()[1] != 0))
        return reader.wrong_words(
            0, 0, Mistake::value_invalid,
            fmt::format("`{}` is not 0, the only flags that RKEY may have", reader.words[0].text));
    char* begin = reader.out.data() + reader.out.size();
    char* out = begin;
    const char* limit = reader.out.data() + RdataBuffer::limit;
    std::uint32_t block = 0;
    std::size_t count = 0;   // characters of the block at hand
    std::size_t padding = 0; // "=" seen
    // DOA says "no data" with a hyphen.
    if (type == Type::DOA && reader.word().text == "-") {
        ++reader.next;
        return true;
    }
    for (; !reader.at_end(); ++reader.next) {
        const Word& word = reader.word();
        if (word.quoted)
            return wrong_character(reader, 0, "Base64");
        std::size_t i = 0;
        if (count == 0 && padding == 0) // blocks of four as long as all goes well
            for (; i + 4 <= word.text.size() && limit - out >= 3; i += 4) {
                std::uint32_t a = value_in(base64_values, word.text[i]);
                std::uint32_t b = value_in(base64_values, word.text[i + 1]);
                std::uint32_t c = value_in(base64_values, word.text[i + 2]);
                std::uint32_t d = value_in(base64_values, word.text[i + 3]);
                if ((a | b | c | d) > 63)
                    break;
                *out++ = static_cast<char>(a << 2 | b >> 4);
                *out++ = static_cast<char>(b << 4 | c >> 2);
                *out++ = static_cast<char>(c << 6 | d);
            }
        for (; i < word.text.size(); ++i) {
            char c = word.text[i];
            std::uint8_t value = value_in(base64_values, c);
            if (c == '=') {
                ++padding;
                if (count < 2 || count + padding > 4)
                    return reader.wrong_at(i, i + 1, Mistake::encoding_invalid,
                                           "`=` stands where the Base64 text has no end");
                continue;
            }
            if (value == none)
                return wrong_character(reader, i, "Base64");
            if (padding > 0)
                return reader.wrong_at(
                    i, word.text.size(), Mistake::encoding_invalid,
                    fmt::format("`{}` stands behind the `=` that ends the Base64 text", word.text.substr(i)));
            block = block << 6 | value;
            if (++count < 4)
                continue;
            if (limit - out < 3)
                return reader.too_long();
            *out++ = static_cast<char>(block >> 16);
            *out++ = static_cast<char>(block >> 8);
            *out++ = static_cast<char>(block);
            block = 0;
            count = 0;
        }
    }
    // RFC 8078 4 wrote the key that asks for deletion as "0" (erratum 5049: "AA==").
    if (type == Type::CDNSKEY && reader.words.size() == 4 && reader.words[3].text == "0" &&
        reader.out.view() == std::string_view("\0\0\3\0", 4)) {
        if (reader.notes)
            reader.note(Mistake::encoding_invalid, 3, 3, "`0` is not Base64; BIND and Knot refuse it",
                        "write it as `AA==`", "AA==");
        *out++ = 0;
        count = 0;
    }
    if (count > 0) {
        if (count + padding != 4)
            return wrong_all(reader, first, Mistake::encoding_invalid,
                             fmt::format("the Base64 text of the {} is cut short: its length is no "
                                         "multiple of four",
                                         reader.noun()));
        block <<= 6 * (4 - count);
        std::uint32_t spare = count == 2 ? 0xffffU : 0xffU;
        if ((block & spare) != 0)
            return wrong_all(reader, first, Mistake::encoding_invalid,
                             fmt::format("the Base64 text of the {} has bits behind its last octet", reader.noun()));
        if (static_cast<std::size_t>(limit - out) < count - 1)
            return reader.too_long();
        *out++ = static_cast<char>(block >> 16);
        if (count == 3)
            *out++ = static_cast<char>(block >> 8);
    }
    reader.out.resize(reader.out.size() + static_cast<std::size_t>(out - begin));
    return true;
}

Base64Error to_base64(std::string_view text, std::string& out, std::size_t& at)
{
    out.clear();
    std::uint32_t block = 0;
    std::size_t count = 0;
    std::size_t padding = 0;
    for (at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '=') {
            ++padding;
            if (count < 2 || count + padding > 4)
                return Base64Error::padding;
            continue;
        }
        std::uint8_t value = value_in(base64_values, c);
        if (value == none)
            return Base64Error::character;
        if (padding > 0)
            return Base64Error::padding;
        block = block << 6 | value;
        if (++count < 4)
            continue;
        out += static_cast<char>(block >> 16);
        out += static_cast<char>(block >> 8);
        out += static_cast<char>(block);
        block = 0;
        count = 0;
    }
    if (count == 0)
        return Base64Error::none;
    if (count + padding != 4)
        return Base64Error::length;
    block <<= 6 * (4 - count);
    if ((block & (count == 2 ? 0xffffU : 0xffU)) != 0)
        return Base64Error::bits;
    out += static_cast<char>(block >> 16);
    if (count == 3)
        out += static_cast<char>(block >> 8);
    return Base64Error::none;
}

bool read_salt(DataReader& reader)
{
    std::string_view text = reader.word().text;
    std::size_t octets = 0;
    char wire[256];
    if (text != "-") {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (value_in(hex_values, text[i]) == none)
                return wrong_character(reader, i, "hexadecimal");
        octets = text.size() / 2;
        if (text.empty() || text.size() % 2 != 0)
            return reader.wrong(Mistake::encoding_invalid, "the salt has an odd number of hexadecimal digits");
        if (octets > 255)
            return reader.wrong(Mistake::string_too_long,
                                fmt::format("the salt has {} octets, and it can have 255", octets));
        for (std::size_t i = 0; i < octets; ++i)
            wire[1 + i] =
                static_cast<char>(value_in(hex_values, text[2 * i]) << 4 | value_in(hex_values, text[2 * i + 1]));
    }
    wire[0] = static_cast<char>(octets);
    ++reader.next;
    return reader.out.append(wire, octets + 1);
}

// The hash is a label of an owner in Base32, which leaves it 39 octets; algorithm 1 is SHA-1.
bool next_hash_valid(std::size_t octets, std::string_view rdata)
{
    return octets > 0 && octets <= 39 && (rdata[0] != 1 || octets == 20);
}

static bool wrong_hash_length(DataReader& reader, std::size_t octets)
{
    bool sha1 = reader.out.view()[0] == 1;
    return reader.wrong(Mistake::data_length_wrong,
                        sha1 ? fmt::format("the hash of the next owner has {} octets, and one of SHA-1 has 20", octets)
                             : fmt::format("the hash of the next owner has {} octets, and 39 is the most that a "
                                           "label can hold",
                                           octets));
}

// Five bits a character, without padding (RFC 5155 3.3).
bool read_base32(DataReader& reader)
{
    std::string_view text = reader.word().text;
    char wire[256];
    std::size_t octets = 0;
    std::uint32_t bits = 0;
    std::size_t held = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint8_t value = value_in(base32_values, text[i]);
        if (value == none && text[i] == '=')
            return reader.wrong_at(i, text.size(), Mistake::encoding_invalid,
                                   "the hash of the next owner is written without `=`");
        if (value == none)
            return wrong_character(reader, i, "Base32 with extended hex alphabet");
        bits = bits << 5 | value;
        held += 5;
        if (held < 8)
            continue;
        held -= 8;
        if (octets == 255)
            return wrong_hash_length(reader, text.size() * 5 / 8);
        wire[++octets] = static_cast<char>(bits >> held);
    }
    if (octets == 0 || held >= 5 || (bits & ((1U << held) - 1)) != 0)
        return reader.wrong(Mistake::encoding_invalid, fmt::format("`{}` is not whole octets in Base32", text));
    if (!next_hash_valid(octets, reader.out.view()))
        return wrong_hash_length(reader, octets);
    wire[0] = static_cast<char>(octets);
    ++reader.next;
    return reader.out.append(wire, octets + 1);
}

namespace {

// The bits of all 65536 types; a window is cleared when it is first used.
struct TypeBits {
    std::uint8_t windows[256][32];
    std::uint8_t length[256];
    std::uint64_t used[4] = {};

    void add(std::uint16_t type)
    {
        std::size_t window = type >> 8;
        std::uint64_t mark = std::uint64_t{1} << (window % 64);
        if ((used[window / 64] & mark) == 0) {
            used[window / 64] |= mark;
            length[window] = 0;
            std::memset(windows[window], 0, sizeof windows[window]);
        }
        std::size_t at = (type & 0xff) / 8;
        windows[window][at] |= static_cast<std::uint8_t>(0x80 >> (type & 7));
        if (at >= length[window])
            length[window] = static_cast<std::uint8_t>(at + 1);
    }
};

} // namespace

bool read_types(DataReader& reader)
{
    // A list may be empty (NSEC3 of an empty non-terminal, CSYNC), but NSEC lists itself at least.
    if (reader.at_end())
        return reader.spec.type != Type::NSEC || reader.missing();
    TypeBits bits;
    for (; !reader.at_end(); ++reader.next) {
        std::string_view text = reader.word().text;
        Type type = type_from_text(text);
        if (type == Type::none || reader.word().quoted) {
            std::string_view nearest = nearest_type(text);
            return reader.wrong(Mistake::type_unknown, fmt::format("`{}` is not a record type", text),
                                nearest.empty() ? "" : fmt::format("did you mean `{}`?", nearest));
        }
        bits.add(static_cast<std::uint16_t>(type));
    }
    for (std::size_t group = 0; group < 4; ++group)
        for (std::uint64_t left = bits.used[group]; left != 0; left &= left - 1) {
            std::size_t window = group * 64 + static_cast<std::size_t>(std::countr_zero(left));
            std::uint8_t head[2] = {static_cast<std::uint8_t>(window), bits.length[window]};
            if (!reader.out.append(head, 2) || !reader.out.append(bits.windows[window], head[1]))
                return reader.too_long();
        }
    return true;
}

std::string hex_text(std::string_view octets)
{
    std::string text;
    text.reserve(octets.size() * 2);
    for (char c : octets) {
        auto value = static_cast<unsigned char>(c);
        text += hex_alphabet[value >> 4];
        text += hex_alphabet[value & 15];
    }
    return text;
}

std::string base64_text(std::string_view octets)
{
    std::string text;
    text.reserve(octets.size() / 3 * 4 + 4);
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        std::size_t count = std::min<std::size_t>(3, octets.size() - i);
        std::uint32_t block = 0;
        for (std::size_t k = 0; k < 3; ++k)
            block = block << 8 | (k < count ? static_cast<unsigned char>(octets[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? base64_alphabet[block >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

std::string base32_text(std::string_view octets)
{
    std::string text;
    std::uint32_t bits = 0;
    std::size_t held = 0;
    for (char c : octets) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        held += 8;
        while (held >= 5) {
            held -= 5;
            text += base32_alphabet[bits >> held & 31];
        }
    }
    if (held > 0)
        text += base32_alphabet[bits << (5 - held) & 31];
    return text;
}

} // namespace zonevet
