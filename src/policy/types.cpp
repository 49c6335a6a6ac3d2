// Groups of record types that rules may name.
#include "policy/types.h"

#include <algorithm>

namespace zonevet::policy {

bool Types::has(Type type) const
{
    return all || std::find(these.begin(), these.end(), type) != these.end();
}

Types Types::both(const Types& other) const
{
    if (all)
        return other;
    Types result = Types::of({});
    for (Type type : these)
        if (other.has(type))
            result.these.push_back(type);
    return result;
}

Types Types::either(const Types& other) const
{
    if (all || other.all)
        return {};
    Types result = *this;
    for (Type type : other.these)
        if (!has(type))
            result.these.push_back(type);
    return result;
}

Types types_of(const Matcher& matcher)
{
    Types result;
    switch (matcher.op) {
    case Op::all:
        for (const Matcher& part : matcher.parts)
            result = result.both(types_of(part));
        return result;
    case Op::any:
        result = Types::of({});
        for (const Matcher& part : matcher.parts)
            result = result.either(types_of(part));
        return result;
    case Op::is_type:
        if (matcher.inverted)
            return {};
        result.all = false;
        for (const Value& value : matcher.values)
            result.these.push_back(static_cast<Type>(value.number));
        return result;
    case Op::negate:
        return {};
    default:
        break;
    }
    if (matcher.subject == Subject::strings)
        return types_of(*find_field("strings"));
    if (matcher.subject != Subject::data)
        return {};
    result.all = false;
    for (const Field& field : matcher.fields)
        result.these.push_back(field.type);
    return result;
}

Types types_of(const FieldSpecification& field)
{
    if (field.subject == Subject::strings)
        return types_of(*find_field("text"));
    if (field.subject != Subject::data)
        return {};
    Types result = Types::of({});
    for (const Field& place : field.places)
        result.these.push_back(place.type);
    return result;
}

std::string listed(const std::vector<Type>& types)
{
    std::string text;
    for (std::size_t i = 0; i < types.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == types.size() ? " or " : ", ", type_text(types[i]));
    return text;
}

} // namespace zonevet::policy
