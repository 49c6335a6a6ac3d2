// The fields of the language: what a matcher and a template may name, of which types, and of which
// kind. One table; the loader, the messages of the loader and the schema work from it.
#pragma once

#include "policy/model.h"

#include <span>
#include <string_view>
#include <vector>

namespace zonevet::policy {

struct FieldSpecification {
    std::string_view name;
    Subject subject = Subject::data;
    std::vector<Field> places; // subject data
    // Not of these types unless a rule names them: "address" is that of A and AAAA.
    std::size_t usual = 0; // how many of `places` come without being named

    std::span<const Field> fields() const { return {places.data(), usual}; }
};

// Made on first use, sorted by name.
const std::vector<FieldSpecification>& all_fields();
const FieldSpecification* find_field(std::string_view name);

// The kind of a field in a type.
Kind kind_of(Subject subject, const Field& field);

} // namespace zonevet::policy
