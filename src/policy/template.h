// Texts with {names} in them: messages, help, names of companions. What they may name was checked
// when the rule was loaded.
#pragma once

#include "policy/evaluate.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::policy {

// The names in a text, in their order; nothing when a brace is not closed. "{{" and "}}" are braces.
std::optional<std::vector<std::string_view>> template_names(std::string_view text);

// What the templates of one finding stand for.
struct Facts {
    std::span<const FieldUse> fields; // of the rule
    std::optional<Record> record;
    Name zone;
    std::size_t count = 0;
    std::string_view group, other, first;
    // Further ones, for changes: {before}, {removed} ...
    std::vector<std::pair<std::string_view, std::string>> more;
};

std::string expanded(std::string_view text, const Facts& facts);

// Names the templates of names may hold.
inline constexpr std::string_view name_templates[] = {"name", "fqdn", "domain", "zone", "target"};
// A name with templates, for `origin`; nothing when it is not a name then.
std::optional<Name> expanded_name(std::string_view text, const Record& origin, char* room);

} // namespace zonevet::policy
