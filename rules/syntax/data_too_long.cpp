#include "lint/rule.h"

namespace zonevet::rules::data_too_long {

extern const Rule rule{
    .name = "data-too-long",
    .summary = "The data of a record has more than 65535 octets.",
    .why = "No server can put it on the wire.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "3.2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
a TYPE65280 \# 65536 00 ; and so on
)",
    .good = R"(
a TXT "short"
)",
    .check = Mistake::data_too_long,
};

} // namespace zonevet::rules::data_too_long
