// The values of octoDNS's records: `;` in text is written `\;`, targets are absolute.
#pragma once

#include "formats/value.h"

#include <string>

namespace zonevet {

// The presentation form of one value; empty: not a record of the DNS.
std::string octodns_data(const std::string& type, const Value& value);

} // namespace zonevet
