#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_flags_wrong {

namespace {
void check(const Record& caa, Lint& lint)
{
    std::uint32_t flags = caa.number(caa_flags);
    if ((flags & 127) == 0)
        return;
    bool critical = (flags & 128) != 0;
    Draft& draft =
        lint.report(caa.at(caa_flags), "`{}` is not a value of CAA flags: they are 0, or 128 for critical", flags);
    if (critical)
        draft.help("write `128`").fix("128").effect("CAs heed the critical bit and ignore the others");
    else
        draft.help(flags == 1 ? "if `critical` was meant, write `128`: it is the first bit, not the last"
                              : "write `0`, or `128` where a CA that does not know the property must refuse");
}
} // namespace

extern const Rule rule{
    .name = "caa-flags-wrong",
    .summary = "The flags of a CAA record are neither 0 nor 128.",
    .why = "Only the first of the eight bits has a meaning (critical, 128). With 1 the record is "
           "not critical, "
           "though its author probably wanted that.",
    .effect = "CAs take the property as one that is not critical",
    .references = {rfc("8659", "4.1.1")},
    .types = {Type::CAA},
    .bad = R"(
@     CAA    1 issue "letsencrypt.org"
)",
    .good = R"(
@     CAA    0   issue "letsencrypt.org"
www   CAA    128 issue "letsencrypt.org"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_flags_wrong
