#include "lint/rule.h"

namespace zonevet::rules::blank_odd {

extern const Rule rule{
    .name = "blank-odd",
    .summary = "A character that looks like a blank, but is none, stands between fields.",
    .why = "Only spaces and tabs divide fields. A no-break space from a web page or a document joins"
           " the words beside it to one, and servers speak of an unknown type or refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = "www\302\240A 192.0.2.3\n",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::blank_odd,
};

} // namespace zonevet::rules::blank_odd
