// Whether the record that must (not) stand beside another one is there.
#pragma once

#include "policy/evaluate.h"

#include <optional>
#include <string>

namespace zonevet::policy {

struct Companion {
    Truth is = Truth::unknown;
    std::optional<Record> record; // the one found, or one at the right place with the wrong data
    std::string wanted;           // "there is no `asuid.shop` TXT", made when it is missing
};

Companion find_companion(const Policy& policy, const Record& record);

} // namespace zonevet::policy
