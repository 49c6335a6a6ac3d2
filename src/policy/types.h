// Which record types a matcher leaves possible.
#pragma once

#include "policy/fields.h"

#include <vector>

namespace zonevet::policy {

struct Types {
    bool all = true;
    std::vector<Type> these; // when not all

    bool has(Type type) const;
    bool none() const { return !all && these.empty(); }
    static Types of(std::vector<Type> types) { return {false, std::move(types)}; }
    Types both(const Types& other) const;
    Types either(const Types& other) const;
};

Types types_of(const Matcher& matcher);
// Types that have the field.
Types types_of(const FieldSpecification& field);
// "A, AAAA or SRV"
std::string listed(const std::vector<Type>& types);

} // namespace zonevet::policy
