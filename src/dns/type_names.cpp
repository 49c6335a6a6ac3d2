// Mnemonics of record types: from text by a small hash table that the compiler fills, to text, and
// the nearest one to a misspelt word.
#include "dns/octets.h"
#include "dns/types.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace zonevet {

namespace {

constexpr std::size_t longest = 10; // NSEC3PARAM, OPENPGPKEY

// A mnemonic in upper case, packed into two words.
struct Packed {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend bool operator==(const Packed&, const Packed&) = default;
};

// Lower to upper case for the eight octets at once: those from 'a' to 'z' lose bit 5.
std::uint64_t upper(std::uint64_t block)
{
    constexpr std::uint64_t ones = 0x0101010101010101U;
    std::uint64_t seven = block & (ones * 0x7f);
    std::uint64_t from_a = seven + ones * (0x80 - 'a');
    std::uint64_t above_z = seven + ones * (0x7f - 'z');
    std::uint64_t letters = from_a & ~above_z & ~block & (ones * 0x80);
    return block ^ (letters >> 2);
}

Packed pack(std::string_view text)
{
    Packed packed;
    if (text.size() >= 8) {
        std::memcpy(&packed.low, text.data(), 8);
        std::memcpy(&packed.high, text.data() + 8, text.size() - 8);
    } else {
        for (std::size_t i = 0; i < text.size(); ++i)
            packed.low |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    }
    return {upper(packed.low), upper(packed.high)};
}

struct Slot {
    Packed packed;
    Type type = Type::none;
};

constexpr std::size_t slot_count = 512; // five times the mnemonics: chains are short
std::size_t first_slot(const Packed& packed)
{
    return ((packed.low ^ packed.high * 31) * 0x9e3779b97f4a7c15U) >> 55;
}

std::array<Slot, slot_count> make_slots()
{
    std::array<Slot, slot_count> slots{};
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        Packed packed = pack(spec->mnemonic);
        std::size_t i = first_slot(packed);
        while (slots[i].type != Type::none)
            i = (i + 1) % slot_count;
        slots[i] = {packed, spec->type};
    }
    return slots;
}

// TYPE65280 (RFC 3597 5).
Type numbered_type(std::string_view text)
{
    if (text.size() < 5 || text.size() > 9 || !same_word(text.substr(0, 4), "TYPE"))
        return Type::none;
    std::uint32_t number = 0;
    for (char c : text.substr(4)) {
        if (!is_digit(c))
            return Type::none;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number <= 65535 ? static_cast<Type>(number) : Type::none;
}

// Steps from one word to the other: an octet put in, left out or changed, or two neighbours
// swapped.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::size_t rows[3][longest + 4];
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& second = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            char x = ascii_upper(a[i - 1]);
            char y = b[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b[j - 2] && ascii_upper(a[i - 2]) == y)
                row[j] = std::min(row[j], second[j - 2] + 1);
        }
    }
    return rows[a.size() % 3][b.size()];
}

} // namespace

Type type_from_text(std::string_view text)
{
    static const std::array<Slot, slot_count> slots = make_slots();
    if (text.empty() || text.size() > longest)
        return Type::none;
    Packed packed = pack(text);
    for (std::size_t i = first_slot(packed); slots[i].type != Type::none; i = (i + 1) % slot_count)
        if (slots[i].packed == packed)
            return slots[i].type;
    return numbered_type(text);
}

std::string type_text(Type type)
{
    if (const TypeSpec* spec = find_type(type))
        return std::string(spec->mnemonic);
    return "TYPE" + std::to_string(static_cast<unsigned>(type));
}

std::string_view nearest_type(std::string_view text)
{
    if (text.size() < 2 || text.size() > longest + 2)
        return {};
    // A step in a word of three letters is much, so short words are given one only.
    std::size_t best = text.size() <= 4 ? 2 : 3;
    std::string_view nearest;
    for (bool obsolete : {false, true}) // of two that are equally near, the one in use
        for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
            if (spec->obsolete != obsolete || !spec->data || spec->mnemonic.size() < 2)
                continue;
            std::size_t steps = distance(text, spec->mnemonic);
            if (steps < best && steps < spec->mnemonic.size() - 1) {
                best = steps;
                nearest = spec->mnemonic;
            }
        }
    return nearest;
}

} // namespace zonevet
