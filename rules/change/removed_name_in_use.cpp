#include "lint/rule.h"

namespace zonevet::rules::removed_name_in_use {

// The review itself looks through the other zones: lint/references.cpp.
extern const Rule rule{
    .name = "removed-name-in-use",
    .summary = "A name is removed, and records of other zones still lead to it.",
    .why = "The host goes, and its aliases, mail and service records in other zones stay. Each zone "
           "is fine by itself; what leads from one to the other fails from the moment of publishing.",
    .effect = "what leads to the name fails",
    .references = {rfc("2181", "10.3"), rfc("2782")},
    .level = Level::error,
    .bad = R"(
; in example.com: removed
mail A 192.0.2.25
; in example.org: it stays
@ MX 10 mail.example.com.
)",
    .good = R"(
; in example.com: removed
mail A 192.0.2.25
; in example.org: changed with it
@ MX 10 mail2.example.com.
)",
    .check = OfWholeRun{},
};

} // namespace zonevet::rules::removed_name_in_use
