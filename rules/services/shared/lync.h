// Where one SIP domain's Lync, Skype for Business and Teams records lead to.
#pragma once

#include "lint/rule.h"
#include "rules/services/shared/microsoft.h"

#include <optional>

namespace zonevet::rules {

struct LyncRecord {
    std::optional<Record> record; // the first of the set; nothing when there is none here
    Place place;                  // of its target or address
    std::string_view cloud;       // "online.lync.com."; empty: a host on premises
    std::string_view cloud_host;  // what it would lead to in a cloud: "sipdir"

    bool here() const { return record.has_value(); }
    bool online() const { return here() && !cloud.empty(); }
};

struct LyncDomain {
    LyncRecord federation; // _sipfederationtls._tcp
    LyncRecord sign_in;    // _sip._tls
    LyncRecord discover;   // lyncdiscover
    LyncRecord sip;        // sip
};

// Records of names that this zone answers for itself.
LyncDomain lync_domain(const Zone& zone, Name domain);

// "the worldwide cloud", "the GCC High cloud", ... or "your own servers".
std::string_view home_text(std::string_view cloud);

} // namespace zonevet::rules
