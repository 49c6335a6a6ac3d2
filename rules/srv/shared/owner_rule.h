// What the rules about the owner of an SRV record have in common.
#pragma once

#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/srv/shared/service_name.h"

namespace zonevet::rules {

// The text that should stand at the place of the finding; none where the place is a pattern of $GENERATE.
void offer_fix(Draft& draft, const Record& record, std::string text);

// Labels `first` to `last` (exclusive) of the owner as written.
Place label_place(const Record& record, std::size_t first, std::size_t last);

// "`_sip._tls`", what the owner should be.
std::string service_text(std::string_view service, std::string_view protocol);

// The protocol `service` is known with, of several the one nearest to `written`, then one on `port`, then TCP; of an
// unknown service the transport nearest to `written`; empty when none is.
std::string_view likely_protocol(std::string_view service, std::string_view written, std::uint32_t port);

} // namespace zonevet::rules
