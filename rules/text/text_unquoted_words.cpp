#include "lint/rule.h"

namespace zonevet::rules::text_unquoted_words {

extern const Rule rule{
    .name = "text-unquoted-words",
    .summary = "A policy of several words stands without quotes.",
    .why = "Each word is a string of its own, and readers join them without blanks: "
           "`v=spf1 mx -all` is read as `v=spf1mx-all`, which is no policy.",
    .effect = "the policy is not recognised",
    .references = {rfc("7208", "3.3")},
    .level = Level::error,
    .bad = R"(
@ TXT v=spf1 mx -all
)",
    .good = R"(
@ TXT "v=spf1 mx -all"
)",
    .check = Mistake::text_unquoted_words,
};

} // namespace zonevet::rules::text_unquoted_words
