#include "lint/rule.h"

namespace zonevet::rules::generic_of_known_type {

extern const Rule rule{
    .name = "generic-of-known-type",
    .summary = "A type with a readable form is written in generic form.",
    .why = "Nobody who reviews the change can see what it says, and mistakes in it hide.",
    .references = {rfc("3597", "5")},
    .level = Level::info,
    .profile = Profile::strict, // some servers know no readable form of a young type
    .bad = R"(
www A \# 4 c0000203
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::generic_of_known_type,
};

} // namespace zonevet::rules::generic_of_known_type
