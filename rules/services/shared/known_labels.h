// Labels with a leading underscore that are known (known_labels.def), the services of
// services of the packs included, and the ones that a misspelt label may have meant.
#pragma once

#include "dns/types.h"

#include <string_view>

namespace zonevet::rules {

struct KnownLabel {
    std::string_view label; // without the underscore; may hold "*"
    std::string_view types; // "TXT CNAME", or "any"
    std::string_view position, meaning, source;
};

// `label` without its underscore.
bool is_known_label(std::string_view label);
// The label that `label` is a misspelling of, for records of `type`; nothing when none is near.
const KnownLabel* near_label(std::string_view label, Type type);

} // namespace zonevet::rules
