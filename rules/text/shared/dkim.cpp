#include "rules/text/shared/dkim.h"
#include "rules/services/shared/near.h"

#include <bit>

namespace zonevet::rules {

namespace {

int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// One DER element: tag, length, content (X.690). Without a tag it is cut short.
struct Element {
    unsigned char tag = 0;
    std::string_view content, rest;
};

Element element(std::string_view der)
{
    if (der.size() < 2)
        return {};
    auto octet = [&](std::size_t i) { return static_cast<unsigned char>(der[i]); };
    std::size_t size = octet(1), head = 2;
    if (size > 0x80) {
        std::size_t count = size - 0x80;
        if (count > 4 || der.size() < 2 + count)
            return {};
        size = 0;
        for (std::size_t i = 0; i < count; ++i)
            size = size << 8 | octet(2 + i);
        head += count;
    }
    if (der.size() - head < size)
        return {};
    return {octet(0), der.substr(head, size), der.substr(head + size)};
}

std::size_t bits_of(std::string_view number)
{
    std::size_t first = number.find_first_not_of('\0');
    if (first == std::string_view::npos)
        return 0;
    return (number.size() - first - 1) * 8 + std::bit_width(static_cast<unsigned char>(number[first]));
}

// The modulus of an RSAPublicKey (RFC 8017), alone or within a SubjectPublicKeyInfo (RFC 5280).
std::size_t modulus_bits(std::string_view der)
{
    Element outer = element(der);
    if (outer.tag != 0x30)
        return 0;
    Element first = element(outer.content);
    if (first.tag == 0x02)
        return bits_of(first.content);
    Element key = element(first.rest);
    if (first.tag != 0x30 || key.tag != 0x03 || key.content.empty())
        return 0;
    Element modulus = element(element(key.content.substr(1)).content);
    return modulus.tag == 0x02 ? bits_of(modulus.content) : 0;
}

} // namespace

bool is_dkim_owner(Name owner)
{
    for (; !owner.is_root(); owner = owner.parent())
        if (same_text(owner.parent().first_label(), "_domainkey"))
            return true;
    return false;
}

DkimKey read_dkim_key(std::string_view type, std::string_view value)
{
    DkimKey key;
    std::string octets;
    std::uint32_t bits = 0;
    unsigned held = 0;
    std::size_t characters = 0, padding = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        char c = value[i];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        int digit = base64_value(c);
        if (digit < 0 || padding > 0) {
            key.is = DkimKey::Is::not_base64;
            key.bad_at = i;
            return key;
        }
        ++characters;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        held += 6;
        if (held >= 8) {
            held -= 8;
            octets.push_back(static_cast<char>((bits >> held) & 0xff));
        }
    }
    key.octets = octets.size();
    if (same_text(type, "ed25519")) {
        key.is = octets.size() == 32 ? DkimKey::Is::valid : DkimKey::Is::not_a_key;
        return key;
    }
    if (octets.size() > 2 && octets[0] == 0x30 && element(octets).tag == 0) {
        key.is = DkimKey::Is::cut_short;
        return key;
    }
    key.bits = modulus_bits(octets);
    if (key.bits == 0)
        key.is = DkimKey::Is::not_a_key;
    else if (characters % 4 == 1 || padding > 2)
        key.is = DkimKey::Is::cut_short;
    return key;
}

} // namespace zonevet::rules
