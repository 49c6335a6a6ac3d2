#include "lint/rule.h"

namespace zonevet::rules::label_empty {

extern const Rule rule{
    .name = "label-empty",
    .summary = "A name has two dots without a label between, or begins with a dot.",
    .why = "All servers refuse the zone (validns only the second form).",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www..web A 192.0.2.3
)",
    .good = R"(
www.web A 192.0.2.3
)",
    .check = Mistake::label_empty,
};

} // namespace zonevet::rules::label_empty
