#include "lint/rule.h"

namespace zonevet::rules::ttl_default_unused {

extern const Rule rule{
    .name = "ttl-default-unused",
    .summary = "A $TTL is replaced before any record takes it.",
    .why = "Two lines seem to say what the default TTL is, and only the second counts. Who edits the"
           " first changes nothing.",
    .effect = "edits of the first $TTL have no effect",
    .references = {rfc("2308", "4")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
$TTL 2h
$TTL 1h
www A 192.0.2.3
)",
    .good = R"(
$TTL 1h
www A 192.0.2.3
)",
    .check = Mistake::ttl_default_unused,
};

} // namespace zonevet::rules::ttl_default_unused
