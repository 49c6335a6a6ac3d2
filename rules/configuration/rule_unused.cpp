#include "lint/rule.h"

namespace zonevet::rules::rule_unused {

extern const Rule rule{
    .name = "rule-unused",
    .summary = "A rule of your own selects no record of any zone.",
    .why = "Its name, type or zones are likely misspelt, or what it guarded is gone. Either way nobody "
           "is warned by it, and everybody believes to be.",
    .effect = "the rule guards nothing",
    .references = {Reference{"zonevet", "the rule language",
                             "https://github.com/zonevet/zonevet/blob/main/docs/rule-language.md"}},
    .level = Level::info,
    .profile = Profile::core,
    .bad = R"(
# there is no TXT record with this name in any zone
select  = { type = "TXT", name = "_drmac" }
)",
    .good = R"(
select  = { type = "TXT", name = "_dmarc" }
)",
    .check = OfWholeRun{},
};

} // namespace zonevet::rules::rule_unused
