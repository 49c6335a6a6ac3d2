// The operators of the language, for the loader and for the schema.
#pragma once

#include "policy/model.h"

#include <iterator>
#include <span>
#include <string_view>

namespace zonevet::policy {

enum class Shape : std::uint8_t { values, bound, range, flag, property };

struct Operator {
    std::string_view name;
    Shape shape;
    bool number, name_kind, text, address, word; // the kinds of field it goes with
    Op op = Op::all;
    bool inverted = false;
};

inline constexpr Operator operators[] = {
    //                        number name   text   address word
    {"is-not", Shape::values, true, true, true, true, true, Op::all, true},
    {"in", Shape::values, true, true, true, true, true, Op::all, false},
    {"not-in", Shape::values, true, true, true, true, true, Op::all, true},
    {"min", Shape::bound, true, false, false, false, false, Op::in_range, false},
    {"max", Shape::bound, true, false, false, false, false, Op::in_range, false},
    {"in-cidr", Shape::values, false, false, false, true, false, Op::is_address, false},
    {"not-in-cidr", Shape::values, false, false, false, true, false, Op::is_address, true},
    {"under", Shape::values, false, true, false, false, false, Op::under, false},
    {"below", Shape::values, false, true, false, false, false, Op::below, false},
    {"same-domain", Shape::flag, false, true, false, false, false, Op::same_domain, false},
    {"starts-with", Shape::values, false, true, true, false, false, Op::starts_with, false},
    {"ends-with", Shape::values, false, true, true, false, false, Op::ends_with, false},
    {"contains", Shape::values, false, true, true, false, false, Op::contains, false},
    {"matches", Shape::values, false, true, true, false, false, Op::matches, false},
    {"not-matches", Shape::values, false, true, true, false, false, Op::matches, true},
    {"length", Shape::range, false, true, true, false, false, Op::length, false},
    {"labels", Shape::range, false, true, false, false, false, Op::labels, false},
    {"is", Shape::property, false, true, false, true, false, Op::all, false},
};

struct Property {
    std::string_view name;
    Kind kind;
    Op op;
};

inline constexpr Property properties[] = {
    {"public-ip", Kind::address, Op::is_public},
    {"private-ip", Kind::address, Op::is_private},
    {"documentation-ip", Kind::address, Op::is_documentation},
    {"in-zone", Kind::name, Op::in_zone},
    {"resolves-in-zone", Kind::name, Op::resolves_in_zone},
    {"alias-in-zone", Kind::name, Op::alias_in_zone},
};

constexpr bool goes_with(const Operator& op, Kind kind)
{
    switch (kind) {
    case Kind::number:
        return op.number;
    case Kind::name:
        return op.name_kind;
    case Kind::text:
        return op.text;
    case Kind::address:
        return op.address;
    case Kind::word:
        break;
    }
    return op.word;
}

constexpr std::string_view kind_text(Kind kind)
{
    switch (kind) {
    case Kind::number:
        return "a number";
    case Kind::name:
        return "a name";
    case Kind::text:
        return "a text";
    case Kind::address:
        return "an address";
    case Kind::word:
        break;
    }
    return "a word";
}

} // namespace zonevet::policy
