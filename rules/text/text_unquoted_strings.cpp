#include "lint/rule.h"

namespace zonevet::rules::text_unquoted_strings {

extern const Rule rule{
    .name = "text-unquoted-strings",
    .summary = "A text of several words stands without quotes.",
    .why = "Each word is a string of its own, and who reads the text joins them without the blanks. "
           "A sentence loses its blanks, a value that others compare is another.",
    .effect = "readers see the words without blanks between",
    .references = {rfc("1035", "5.1"), rfc("7208", "3.3")},
    .level = Level::info,
    .bad = R"(
@ TXT managed by example
)",
    .good = R"(
@ TXT "managed by example"
)",
    .check = Mistake::text_words_unquoted,
};

} // namespace zonevet::rules::text_unquoted_strings
