#include "lint/rule.h"

namespace zonevet::rules::removed_name_in_reverse {

// The review itself looks through the other zones: lint/references.cpp.
extern const Rule rule{
    .name = "removed-name-in-reverse",
    .summary = "A name is removed, and PTR records of reverse zones still point to it.",
    .why = "Whoever looks the address up gets a name that does not exist. Mail servers refuse "
           "senders whose name does not lead back to the address.",
    .effect = "the address has a name that does not exist",
    .references = {rfc("1912", "2.1")},
    .level = Level::warning,
    .bad = R"(
; in example.com: removed
mail A 192.0.2.25
; in example.org: it stays
@ PTR mail.example.com.
)",
    .good = R"(
; in example.com: removed
mail A 192.0.2.25
; in example.org: changed with it
@ PTR mail2.example.com.
)",
    .check = OfWholeRun{},
};

} // namespace zonevet::rules::removed_name_in_reverse
