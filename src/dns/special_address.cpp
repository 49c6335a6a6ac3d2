// The registries of special-purpose addresses (RFC 6890), as tables that are searched from the longest prefix.
#include "dns/special_address.h"

#include <arpa/inet.h>

namespace zonevet {

namespace {

Purpose of_ip4(std::uint32_t a)
{
    auto in = [a](std::uint32_t network, int bits) { return (a ^ network) >> (32 - bits) == 0; };
    switch (a >> 24) {
    case 0:
        return a == 0 ? Purpose::unspecified : Purpose::this_network;
    case 10:
        return Purpose::private_use;
    case 100:
        return in(0x64400000, 10) ? Purpose::shared : Purpose::global;
    case 127:
        return Purpose::loopback;
    case 169:
        return in(0xa9fe0000, 16) ? Purpose::link_local : Purpose::global;
    case 172:
        return in(0xac100000, 12) ? Purpose::private_use : Purpose::global;
    case 192:
        if (in(0xc0a80000, 16))
            return Purpose::private_use;
        return in(0xc0000200, 24) ? Purpose::documentation : Purpose::global;
    case 198:
        return in(0xc6336400, 24) ? Purpose::documentation : Purpose::global;
    case 203:
        return in(0xcb007100, 24) ? Purpose::documentation : Purpose::global;
    default:
        break;
    }
    if (a >> 28 == 0xe)
        return Purpose::multicast;
    return a >> 28 == 0xf ? Purpose::reserved : Purpose::global;
}

Purpose of_ip6(std::uint64_t high, std::uint64_t low)
{
    if (high == 0) {
        if (low == 0)
            return Purpose::unspecified;
        if (low == 1)
            return Purpose::loopback;
        std::uint64_t upper = low >> 32;
        return upper == 0xffff || upper == 0 ? Purpose::mapped : Purpose::global;
    }
    std::uint64_t first = high >> 48;
    if (first >> 8 == 0xff)
        return Purpose::multicast;
    if ((first & 0xfe00) == 0xfc00)
        return Purpose::private_use;
    if ((first & 0xffc0) == 0xfe80)
        return Purpose::link_local;
    if ((first & 0xffc0) == 0xfec0)
        return Purpose::reserved;
    if (high >> 32 == 0x20010db8 || high >> 44 == 0x3fff0)
        return Purpose::documentation;
    if (first == 0x2002)
        return Purpose::six_to_four;
    if (high >> 32 == 0x20010000)
        return Purpose::teredo;
    return high == 0x0064ff9b00000000 && low >> 32 == 0 ? Purpose::translated : Purpose::global;
}

} // namespace

Purpose purpose_of(std::string_view octets)
{
    std::uint64_t value[2] = {};
    for (std::size_t i = 0; i < octets.size() && i < 16; ++i)
        value[i / 8] = value[i / 8] << 8 | static_cast<unsigned char>(octets[i]);
    if (octets.size() == 4)
        return of_ip4(static_cast<std::uint32_t>(value[0]));
    return octets.size() == 16 ? of_ip6(value[0], value[1]) : Purpose::global;
}

std::string address_text(std::string_view octets)
{
    char text[INET6_ADDRSTRLEN] = "";
    if (octets.size() == 4 || octets.size() == 16)
        inet_ntop(octets.size() == 4 ? AF_INET : AF_INET6, octets.data(), text, sizeof text);
    return text;
}

} // namespace zonevet
