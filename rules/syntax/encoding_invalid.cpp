#include "lint/rule.h"

namespace zonevet::rules::encoding_invalid {

extern const Rule rule{
    .name = "encoding-invalid",
    .summary = "Hexadecimal or Base64 data is not well formed.",
    .why = "All servers refuse the zone. Mostly a character was lost when a key was "
           "copied.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("4648", "4"), rfc("4648", "8")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
_443._tcp.www TLSA 3 1 1 zz
)",
    .good = R"(
_443._tcp.www TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = Mistake::encoding_invalid,
};

} // namespace zonevet::rules::encoding_invalid
