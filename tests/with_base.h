// A change is read together with the zone that it applies to.
#pragma once

#include "formats/formats.h"
#include "input/naming.h"
#include "lint/run.h"

namespace zonevet::test {

inline ReadOptions with_base(const Document& base, const std::string& zone)
{
    ZoneFile file;
    file.path = base.path;
    file.bytes = base.bytes;
    file.name = told(zone, "flag");
    ReadOptions options;
    options.base = base;
    options.base_zone = zone;
    options.base_records = read_zone(file, {});
    return options;
}

} // namespace zonevet::test
