// The canonical form of records that signatures and digests are made over (RFC 4034 6). Private to
// this folder.
#pragma once

#include "zone/zone.h"

#include <string>
#include <vector>

namespace zonevet::dnssec {

// Appends the name in lower case.
void append_name(std::string& out, Name name);
void append_u16(std::string& out, std::uint16_t value);
void append_u32(std::string& out, std::uint32_t value);
// The data of each record in canonical form and order, without duplicates.
std::vector<std::string> canonical_data(const RRset& set);
// The data of one record.
std::string canonical_data(const Record& record);

} // namespace zonevet::dnssec
