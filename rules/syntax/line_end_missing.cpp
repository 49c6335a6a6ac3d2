#include "lint/rule.h"

namespace zonevet::rules::line_end_missing {

extern const Rule rule{
    .name = "line-end-missing",
    .summary = "The last line has no newline.",
    .why = "A file that was cut off in transfer ends the same way, and fragments that "
           "are put together glue two lines into one.",
    .references = {rfc("1035", "5.1")},
    .level = Level::info,
    .bad = "www A 192.0.2.3",
    .good = "www A 192.0.2.3\n",
    .check = Mistake::line_end_missing,
};

} // namespace zonevet::rules::line_end_missing
