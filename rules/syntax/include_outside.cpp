#include "lint/rule.h"

namespace zonevet::rules::include_outside {

extern const Rule rule{
    .name = "include-outside",
    .summary = "An included file lies outside of the folder that may be read.",
    .why = "A zone in a change request could otherwise show any file of the machine that "
           "checks it. The file is not read.",
    .effect = "its records are unknown here",
    .references = {Reference{"BIND 9 ARM", "$INCLUDE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
$INCLUDE /etc/hostname
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::include_outside,
};

} // namespace zonevet::rules::include_outside
