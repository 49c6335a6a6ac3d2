// Records whose owner is not in the zone. When nothing of the zone's own stands in the file, the
// file is fine and the zone's name is wrong; then one rule says so and the others keep quiet.
#pragma once

#include "zone/zone.h"

#include <cstddef>
#include <optional>

namespace zonevet::rules {

struct Outside {
    std::size_t inside = 0, outside = 0; // records
    std::optional<Record> first;         // in file order, of those outside
    std::optional<Record> soa;           // the first SOA that is not at the apex, wherever it stands

    bool complete = true; // an SOA of this zone is surely not there

    // Where a part is missing, only an SOA that stands outside tells.
    bool origin_is_wrong() const { return outside > inside && (complete || soa); }
};

Outside count_outside(const Zone& zone);
// The same question for rules that miss something at the apex.
bool origin_is_wrong(const Zone& zone);

} // namespace zonevet::rules
