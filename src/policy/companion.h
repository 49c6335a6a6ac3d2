// Whether the record that must (not) stand beside another one is there.
#pragma once

#include "policy/evaluate.h"

#include <optional>
#include <string>

namespace zonevet::policy {

struct Companion {
    Truth is = Truth::unknown;
    std::optional<Record> record; // the one found, or one at the right place with the wrong data
    bool others = false;          // there are records of its name and type
    std::string wanted;           // "there is no TXT record at `asuid.shop`", made when it is missing
};

// One of the companion's names for `origin`, made in `room` of 256 octets; nothing when it is no name.
std::optional<Name> companion_name(const Value& value, const Record& origin, char* room);

// Looks for the companion of `record` in `zone`, which is another state of the record's own one when
// the record was removed.
Companion find_companion(const Policy& policy, const Record& record, const Zone& zone);

} // namespace zonevet::policy
