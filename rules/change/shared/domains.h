// The registered domains of others that a zone leads into.
#pragma once

#include "change/change.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zonevet::rules {

// Where a domain is named for the first time.
struct DomainUse {
    Record record;
    Field field;
};
using Domains = std::map<std::string, DomainUse>;

// Domains ("example.net") that added records lead into and no record did before; the zone's own is
// not among them. Empty when the old state is not known in full.
Domains new_domains(const Change& change);

// All domains that a state leads into, its own among them. Nothing when there are so many that no
// one of them means anything: the zones of registries and hosters.
std::optional<std::set<std::string>> domains_of(const Zone& zone);

// What the name is most likely to be a slip of: of two domains under one suffix that differ by one
// edit of a longer word, the one of `known`. Numbers tell servers apart, and domains too.
std::string slip_of(const std::string& domain, const std::set<std::string>& known);

} // namespace zonevet::rules
