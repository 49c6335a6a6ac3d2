#include "lint/rule.h"
#include "rules/reverse/shared/reverse_name.h"

#include <array>
#include <charconv>

namespace zonevet::rules::reverse_zone_forward {

namespace {

// The octets of the zone's name as an address is written, most significant first.
bool octets_of(Name apex, std::array<int, 4>& octets, std::size_t& count)
{
    count = apex.label_count() - 2;
    if (count < 2 || count > 4)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        std::string_view label = apex.label(count - 1 - i);
        if (!is_digits(label) || label.size() > 3)
            return false;
        std::from_chars(label.data(), label.data() + label.size(), octets[i]);
    }
    return true;
}

bool is_private(int first, int second)
{
    return (first == 192 && second == 168) || (first == 172 && second >= 16 && second < 32) || first == 10;
}

void check(const Zone& zone, Lint& lint)
{
    Name apex = zone.apex();
    std::array<int, 4> octet{};
    std::size_t count = 0;
    if (!apex.is_below(in_addr_arpa) || !octets_of(apex, octet, count))
        return;
    // Backwards it is a private network, forwards one that is no network of hosts at all.
    bool unusable = octet[0] == 0 || octet[0] >= 224;
    if (!unusable || !is_private(octet[count - 1], octet[count - 2]))
        return;
    std::string network;
    for (std::size_t i = count; i-- > 0;)
        network += fmt::format("{}{}", octet[i], i == 0 ? "" : ".");
    std::string proper;
    for (std::size_t i = 0; i < count; ++i)
        proper += fmt::format("{}.", octet[i]);
    lint.report(zone.anchor(), "the octets of {} stand in forward order: it is not the zone of {}", apex, network)
        .help(fmt::format("name the zone {}in-addr.arpa", proper));
}

} // namespace

extern const Rule rule{
    .name = "reverse-zone-forward",
    .summary = "The name of a reverse zone holds the octets in forward order.",
    .why = "The zone of 192.168.0.0/24 is 0.168.192.in-addr.arpa. Under the name "
           "192.168.0.in-addr.arpa nobody ever asks for it.",
    .effect = "no address of the network has a name",
    .references = {rfc("1035", "3.5")},
    .level = Level::error,
    .confidence = Confidence::medium,
    .bad = R"(
192.168.0.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
192.168.0.in-addr.arpa. NS ns1.example.com.
)",
    .good = R"(
0.168.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
0.168.192.in-addr.arpa. NS ns1.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::reverse_zone_forward
