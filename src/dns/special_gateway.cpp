// Records that point at another host in one of several ways: IPSECKEY (RFC 4025), AMTRELAY
// (RFC 8777), HIP (RFC 8005). A number says whether nothing, an IPv4 address, an IPv6 address or a
// name follows.
#include "dns/octets.h"
#include "dns/reader.h"

namespace zonevet {

namespace {

enum GatewayKind : std::uint8_t { no_gateway, ip4_gateway, ip6_gateway, name_gateway };

bool read_host(DataReader& reader, std::size_t kind, std::string_view noun)
{
    switch (kind) {
    case ip4_gateway:
        return read_part(reader, FieldKind::ip4, noun);
    case ip6_gateway:
        return read_part(reader, FieldKind::ip6, noun);
    case name_gateway:
        return read_part(reader, FieldKind::name, noun);
    default:
        break;
    }
    if (reader.at_end())
        return reader.lacks(noun);
    std::string_view text = reader.word().text;
    if (text != ".")
        return reader.wrong(Mistake::value_invalid,
                            fmt::format("`{}` stands where `.` says that there is no {}", text, noun));
    ++reader.next;
    return true;
}

// The octets of the host at the beginning of `wire`; beyond its end when they do not fit.
std::size_t host_size(std::string_view wire, std::size_t kind)
{
    switch (kind) {
    case no_gateway:
        return 0;
    case ip4_gateway:
        return 4;
    case ip6_gateway:
        return 16;
    default: {
        std::size_t length = name_length_at(wire);
        return length == 0 ? wire.size() + 1 : length;
    }
    }
}

std::string host_text(std::string_view wire, std::size_t kind)
{
    switch (kind) {
    case no_gateway:
        return ".";
    case ip4_gateway:
        return ip4_text(wire.data());
    case ip6_gateway:
        return ip6_text(wire.data());
    default:
        return Name(wire).text();
    }
}

bool wrong_kind(DataReader& reader, std::size_t word, std::string_view noun)
{
    std::string_view text = reader.words[word].text;
    return reader.wrong_words(word, word, Mistake::value_invalid,
                              fmt::format("`{}` is not a {}: 0 means none, 1 an IPv4 address, 2 an "
                                          "IPv6 address, 3 a name",
                                          text, noun));
}

} // namespace

bool read_gateway(DataReader& reader)
{
    auto kind = static_cast<std::size_t>(reader.out.view()[1]);
    if (kind > name_gateway)
        return wrong_kind(reader, 1, "gateway type");
    if (!read_host(reader, kind, "gateway"))
        return false;
    // RFC 4025 2.6: algorithm 0 has no key; BIND wants one all the same.
    return reader.at_end() || read_part(reader, FieldKind::base64, "public key");
}

bool gateway_valid(std::string_view rest, std::size_t kind)
{
    return kind <= name_gateway && host_size(rest, kind) <= rest.size();
}

std::string gateway_text(std::string_view rest, std::size_t kind)
{
    std::size_t size = host_size(rest, kind);
    std::string text = host_text(rest.substr(0, size), kind);
    if (size < rest.size())
        text += ' ' + base64_text(rest.substr(size));
    return text;
}

// The discovery-optional bit and the kind share an octet (RFC 8777 4.2.2).
bool read_relay(DataReader& reader)
{
    std::uint32_t optional = 0;
    std::uint32_t kind = 0;
    if (reader.at_end())
        return reader.lacks("discovery-optional bit");
    if (!number_in(reader, reader.word().text, 0, 1, "discovery-optional bit", optional))
        return false;
    ++reader.next;
    if (reader.at_end())
        return reader.lacks("relay type");
    if (!number_in(reader, reader.word().text, 0, 127, "relay type", kind))
        return false;
    if (kind > name_gateway)
        return wrong_kind(reader, reader.next, "relay type");
    ++reader.next;
    reader.out.append_u8(static_cast<std::uint8_t>(optional << 7 | kind));
    return read_host(reader, kind, "relay");
}

bool relay_valid(std::string_view rest)
{
    if (rest.empty())
        return false;
    std::size_t kind = static_cast<unsigned char>(rest[0]) & 0x7f;
    // Kinds that came later are known to nobody, and can only stand in generic form.
    return kind > name_gateway || host_size(rest.substr(1), kind) == rest.size() - 1;
}

std::string relay_text(std::string_view rest)
{
    auto head = static_cast<unsigned char>(rest[0]);
    std::size_t kind = head & 0x7f;
    return fmt::format("{} {} {}", head >> 7, kind, host_text(rest.substr(1), kind));
}

// Written "algorithm HIT key servers...", but on the wire both lengths stand first.
bool read_host_identity(DataReader& reader)
{
    std::uint32_t algorithm = 0;
    std::size_t start = reader.out.size();
    if (reader.at_end())
        return reader.missing();
    if (!number_in(reader, reader.word().text, 0, 255, "algorithm", algorithm))
        return false;
    ++reader.next;
    char head[4] = {0, static_cast<char>(algorithm), 0, 0};
    reader.out.append(head, 4);
    // The HIT and the key are one word each: what follows are names.
    auto whole = reader.words;
    auto one_word = [&](FieldKind kind, std::string_view name) {
        if (reader.at_end())
            return reader.lacks(name);
        reader.words = whole.first(reader.next + 1);
        bool good = read_part(reader, kind, name);
        reader.words = whole;
        return good;
    };
    if (!one_word(FieldKind::hex, "HIT"))
        return false;
    std::size_t hit = reader.out.size() - start - 4;
    if (hit > 255)
        return reader.wrong_words(1, 1, Mistake::data_length_wrong,
                                  fmt::format("the HIT has {} octets, and it can have 255", hit));
    if (!one_word(FieldKind::base64, "public key"))
        return false;
    std::size_t key = reader.out.size() - start - 4 - hit;
    reader.out.data()[start] = static_cast<char>(hit);
    write_u16(reader.out.data() + start + 2, static_cast<std::uint16_t>(key));
    while (!reader.at_end())
        if (!read_part(reader, FieldKind::name, "rendezvous server"))
            return false;
    return true;
}

bool host_identity_valid(std::string_view rest)
{
    if (rest.size() < 4)
        return false;
    std::size_t hit = static_cast<unsigned char>(rest[0]);
    std::size_t key = read_u16(rest.data() + 2);
    std::size_t at = 4 + hit + key;
    if (hit == 0 || key == 0 || at > rest.size())
        return false;
    while (at < rest.size()) {
        std::size_t length = name_length_at(rest.substr(at));
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string host_identity_text(std::string_view rest)
{
    std::size_t hit = static_cast<unsigned char>(rest[0]);
    std::size_t key = read_u16(rest.data() + 2);
    std::string text = fmt::format("{} {} {}", static_cast<unsigned char>(rest[1]), hex_text(rest.substr(4, hit)),
                                   base64_text(rest.substr(4 + hit, key)));
    for (std::size_t at = 4 + hit + key; at < rest.size();) {
        std::size_t length = name_length_at(rest.substr(at));
        text += ' ' + Name(rest.substr(at, length)).text();
        at += length;
    }
    return text;
}

} // namespace zonevet
