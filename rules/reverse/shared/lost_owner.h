// A line " 10 PTR host." whose number was to be the owner: owner-read-as-ttl tells it, and what follows
// from it needs no finding.
#pragma once

#include "rules/reverse/shared/reverse_name.h"
#include "zone/zone.h"

namespace zonevet::rules {

inline bool has_owner_for_ttl(const Record& record)
{
    return record.type() == Type::PTR && !record.owner_written() && record.ttl_written() && record.ttl() < 256 &&
           is_reverse_name(record.owner());
}

} // namespace zonevet::rules
