#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

#include <cstdint>

namespace zonevet::rules::address_not_host {

namespace {

// 255.255.255.0: ones, then zeros. With ones alone it is the broadcast address.
bool is_netmask(std::string_view octets)
{
    if (octets.size() != 4)
        return false;
    std::uint32_t bits = 0;
    for (char c : octets)
        bits = bits << 8 | static_cast<unsigned char>(c);
    std::uint32_t zeros = ~bits;
    return bits >> 24 == 255 && zeros != 0 && (zeros & (zeros + 1)) == 0;
}

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (!(purpose == Purpose::multicast || purpose == Purpose::reserved) || repeats_line(record))
        return;
    Draft& draft = lint.report(record.data_place(), "{} has the address {}, which {}", record.owner(),
                               address_text(record.rdata()),
                               purpose == Purpose::multicast ? "is for multicast and belongs to no single host"
                                                             : "is reserved and belongs to no host");
    if (is_netmask(record.rdata()))
        draft.label("a netmask?");
    draft.help("write the address of the host");
}

} // namespace

extern const Rule rule{
    .name = "address-not-host",
    .summary = "A name has a multicast or reserved address.",
    .why = "No host can have it: a digit is wrong, or a netmask stands where the address belongs.",
    .effect = "nobody can reach the host",
    .references = {rfc("1112", "4"), rfc("6890", "2.2"), rfc("3879", "4")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = address_types,
    .bad = R"(
www A 255.255.255.0
)",
    .good = R"(
www A 192.0.2.3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_not_host
