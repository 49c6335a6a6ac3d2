// The services that a configuration declares, for the rules about SRV records.
#pragma once

#include "cli/resolve.h"

namespace zonevet {

// To be called before a run; `config` must last as long as the run.
void declare_services(const Config& config);

} // namespace zonevet
