// For `.unless` of the rules about addresses of special purpose: nearly all addresses have none.
#pragma once

#include "dns/special_address.h"
#include "lint/rule.h"

namespace zonevet::rules {

inline bool is_global_address(const Record& record)
{
    return purpose_of(record.rdata()) == Purpose::global;
}

} // namespace zonevet::rules
