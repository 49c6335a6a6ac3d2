// How servers differ about $GENERATE: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_generate[] = {
    {"generate", "`$GENERATE`", as_we, refuses, refuses, as_we, "none", "as BIND does", "generate-used", R"(
$GENERATE 1-5/2 host-${0,3,d} 60 IN A 192.0.2.$
)"},
    {"generate-quoted", "quoted data: `TXT \"a $\"`", as_we, refuses, refuses, otherwise("keeps the quotes"), "none",
     "without the quotes: two strings", "generate-read-otherwise", R"(
$GENERATE 1-2 host-$ TXT "a $"
)"},
    {"generate-quoted-number", "quoted data that begins with a number: `MX \"10 mx$\"`", as_we, refuses, refuses,
     refuses, "none", "without the quotes", "generate-read-otherwise", R"(
$GENERATE 1-2 host-$ MX "10 ns$"
)"},
    {"generate-nibbles", "the modifiers `n` and `N` (nibbles)", as_we, refuses, refuses, otherwise("writes a number"),
     "none", "nibbles in reverse order", "generate-read-otherwise", R"(
$GENERATE 1-2 ${0,7,n}.host PTR host-$
)"},
    {"generate-dollars", "`$$`", as_we, refuses, refuses, otherwise("puts the number there twice"), "none", "one `$`",
     "generate-read-otherwise", R"(
$GENERATE 1-2 host-$.a TXT b$$
)"},
    {"generate-words", "data in several words", refuses, refuses, refuses, otherwise("takes the rest of the line"),
     "none", "not read", "generate-invalid", R"(
$GENERATE 1-2 host-$ MX 10 ns$
)"},
    {"generate-backwards", "a range that runs backwards", refuses, refuses, refuses, refuses, "none", "not read",
     "generate-invalid", R"(
$GENERATE 3-1 host-$ A 192.0.2.$
)"},
};

} // namespace

const std::span<const PortabilityCase> generate_cases = table_of_generate;

} // namespace zonevet
