#include "lint/rule.h"

namespace zonevet::rules::field_extra {

extern const Rule rule{
    .name = "field-extra",
    .summary = "Text stands behind the last field of a record.",
    .why = "All servers refuse the zone. Mostly a `;` before a comment is missing, or "
           "two records stand on one line.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www A 192.0.2.3 the web server
)",
    .good = R"(
www A 192.0.2.3 ; the web server
)",
    .check = Mistake::field_extra,
};

} // namespace zonevet::rules::field_extra
