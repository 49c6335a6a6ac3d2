#include "lint/rule.h"

namespace zonevet::rules::generate_read_otherwise {

extern const Rule rule{
    .name = "generate-read-otherwise",
    .summary = "A $GENERATE is written in a way that PowerDNS reads otherwise than BIND.",
    .why = "Quotes round the data, nibbles and `$$` make other records there, or none.",
    .references = {Reference{"BIND 9 ARM", "$GENERATE", "https://bind9.readthedocs.io/en/v9.18.14/chapter3.html"}},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
$GENERATE 1-3 host-$ TXT "a $"
)",
    .good = R"(
$GENERATE 1-3 host-$ TXT a$
)",
    .check = Mistake::generate_read_otherwise,
};

} // namespace zonevet::rules::generate_read_otherwise
