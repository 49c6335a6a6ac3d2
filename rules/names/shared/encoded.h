// Labels of international names, encoded (`xn--...`) or as they are: where they stand.
#pragma once

#include "lint/rule.h"
#include "text/idna.h"

#include <functional>
#include <string>
#include <string_view>

namespace zonevet::rules {

// For `.unless`: no name here, owner or data, holds an encoded label.
bool has_no_encoded_label(const Node& node);

// Each encoded label of the owner (what is above the name has its own turn) and of the names in the data.
using UseLabel = std::function<void(const Record&, const Place&, std::string_view label)>;
void for_encoded_labels(const Node& node, const UseLabel& use);

// `written` with `label` replaced by `other`, wherever it stands as a label; empty when it does not.
std::string with_label(std::string_view written, std::string_view label, std::string_view other);

} // namespace zonevet::rules
