// SRV services that are known, from the packs (`[[service]]`), and what the others of this knowledge ask of
// them. Labels and protocols are without underscore; comparisons ignore case.
#pragma once

#include "base/few.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::rules {

enum class PortPolicy : std::uint8_t { fixed, usual, any, bogus };
enum class ServiceStatus : std::uint8_t { standard, vendor, convention, nonstandard, draft, deprecated, bogus };
enum class ServiceGroup : std::uint8_t {
    lync,
    sip,
    h323,
    chat,
    relay,
    cisco,
    mail,
    calendar,
    news,
    directory,
    files,
    network,
    web,
    data,
    games,
    activation,
    other
};

struct Service {
    std::string_view label, protocol;
    PortPolicy policy;
    ServiceStatus status;
    ServiceGroup group;
    std::string_view name, source;
    Few<std::uint16_t, 6> ports; // the default first

    bool accepts(std::uint32_t port) const;
    std::uint16_t default_port() const { return ports[0]; }
    std::string text() const; // "_imaps._tcp"
};

// A service of a pack or of the user, from words.
constexpr Service service(std::string_view label, std::string_view protocol, std::string_view policy,
                          std::string_view status, std::string_view name, std::string_view family,
                          std::string_view source, Few<std::uint16_t, 6> ports)
{
    constexpr std::string_view groups[] = {"lync", "sip",      "h323",  "chat",      "relay", "cisco",
                                           "mail", "calendar", "news",  "directory", "files", "network",
                                           "web",  "data",     "games", "activation"};
    constexpr std::string_view statuses[] = {"standard", "vendor",     "convention", "nonstandard",
                                             "draft",    "deprecated", "bogus"};
    auto kind = ServiceStatus::standard;
    for (std::size_t i = 0; i < std::size(statuses); ++i)
        if (statuses[i] == status)
            kind = static_cast<ServiceStatus>(i);
    auto group = ServiceGroup::other;
    for (std::size_t i = 0; i < std::size(groups); ++i)
        if (groups[i] == family)
            group = static_cast<ServiceGroup>(i);
    return {label,
            protocol,
            policy == "fixed"   ? PortPolicy::fixed
            : policy == "any"   ? PortPolicy::any
            : policy == "bogus" ? PortPolicy::bogus
                                : PortPolicy::usual,
            kind,
            group,
            name,
            source,
            ports};
}
// Those of the packs, made by the build.
std::span<const Service> pack_services();
// Joins the services that the user's configuration declares to the known ones, in place of those of
// an earlier call. To be called before a run, never during one; what the texts lie in must last.
void set_own_services(std::span<const Service> services);

// Sorted by label, then protocol.
std::span<const Service> known_services();
// All protocols of one label.
std::span<const Service> services_of(std::string_view label);
const Service* find_service(std::string_view label, std::string_view protocol);
// Services that are set up together, so that one is easily written in the place of the other.
bool are_siblings(const Service& a, const Service& b);
// What a person notices when clients do not reach the service.
std::string_view effect_of(const Service& service);

// Known labels near `label`, which is none itself: at most one edit for a short label, two for
// seven letters and more, three for twelve and more.
struct NearService {
    const Service* service;
    unsigned distance;
};
// Best first; those on `port` and under `protocol` before others.
std::vector<NearService> near_services(std::string_view label, std::string_view protocol, std::uint32_t port);

} // namespace zonevet::rules
