#include "lint/rule.h"

namespace zonevet::rules::comment_misleads {

extern const Rule rule{
    .name = "comment-misleads",
    .summary = "A comment holds characters that turn the direction of writing.",
    .why = "Editors and review pages show the line in another order than it has: what looks like a "
           "record may be a comment, and the other way round.",
    .effect = "who reviews the change sees something else than servers load",
    .references = {{"CVE-2021-42574", "", "https://trojansource.codes/"}},
    .level = Level::warning,
    .bad = "www A 192.0.2.3 ; \342\200\256 reversed\n",
    .good = R"(
www A 192.0.2.3 ; in one direction
)",
    .check = Mistake::comment_misleads,
};

} // namespace zonevet::rules::comment_misleads
