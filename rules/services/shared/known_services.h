// SRV services that are known (known_services.def) and what the others of this knowledge ask of
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
enum class ServiceStatus : std::uint8_t {
    standard,
    vendor,
    convention,
    nonstandard,
    draft,
    deprecated,
    bogus
};
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
    activation
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
std::vector<NearService> near_services(std::string_view label, std::string_view protocol,
                                       std::uint32_t port);

} // namespace zonevet::rules
