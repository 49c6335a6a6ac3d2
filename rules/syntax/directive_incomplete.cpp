#include "lint/rule.h"

namespace zonevet::rules::directive_incomplete {

extern const Rule rule{
    .name = "directive-incomplete",
    .summary = "A directive has too few words, too many, or does not begin its line.",
    .why = "All servers but ldns refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$ORIGIN
)",
    .good = R"(
$ORIGIN example.com.
)",
    .check = Mistake::directive_incomplete,
};

} // namespace zonevet::rules::directive_incomplete
