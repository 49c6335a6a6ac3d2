// Hands the services of the configuration to the tables of the rules.
#include "cli/services.h"

#include "rules/services/shared/known_services.h"

namespace zonevet {

void declare_services(const Config& config)
{
    if (config.book == nullptr || config.book->services.empty())
        return;
    std::vector<rules::Service> services;
    for (const policy::ServiceEntry& entry : config.book->services)
        for (const std::string& protocol : entry.protocols) {
            Few<std::uint16_t, 6> ports;
            for (std::uint16_t port : entry.ports)
                ports.add(port);
            services.push_back(rules::service(entry.label, protocol, entry.policy, entry.status, entry.name,
                                              entry.family, entry.source, ports));
        }
    rules::set_own_services(services);
}

} // namespace zonevet
