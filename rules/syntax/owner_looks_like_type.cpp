#include "lint/rule.h"

namespace zonevet::rules::owner_looks_like_type {

extern const Rule rule{
    .name = "owner-looks-like-type",
    .summary = "A type or class stands in column one, where the owner belongs.",
    .why = "What stands in column one is the owner. The record was meant for the name "
           "above, or its owner was lost.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
MX 10 ns1
)",
    .good = R"(
   MX 10 ns1
)",
    .check = Mistake::owner_looks_like_type,
};

} // namespace zonevet::rules::owner_looks_like_type
