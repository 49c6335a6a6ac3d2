// The hosts of Microsoft's clouds that tenants point their Lync, Skype for Business and Teams
// records to.
#pragma once

#include "dns/name.h"

#include <string>
#include <string_view>

namespace zonevet::rules {

struct CloudTarget {
    std::string_view host;    // its first label: "sipfed"
    std::string_view service; // the SRV service that goes there: "sipfederationtls"; may be empty
    std::string_view cloud;   // "online.lync.com."
};

// Nothing when the name is on nobody's list of cloud hosts.
const CloudTarget* find_cloud_target(Name name);
// At or below a domain of Microsoft's clouds, any host.
bool is_microsoft(Name name);
// "sipdir.online.lync.com.", where the SRV service "sip" goes in the cloud "online.lync.com."; empty for one that no
// cloud has.
std::string cloud_host(std::string_view service, std::string_view cloud);
// The domain of the cloud `name` is in ("online.lync.com."); empty when it is in none.
std::string_view cloud_of(Name name);

} // namespace zonevet::rules
