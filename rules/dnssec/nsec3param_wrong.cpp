#include "lint/rule.h"

namespace zonevet::rules::nsec3param_wrong {

namespace {
constexpr Field hash = field(Type::NSEC3PARAM, "hash-algorithm");
constexpr Field flags = field(Type::NSEC3PARAM, "flags");

void check(const Record& parameters, Lint& lint)
{
    if (parameters.number(hash) != 1)
        lint.report(parameters.at(hash), "there is no NSEC3 hash algorithm {}, so servers ignore the record",
                    parameters.number(hash))
            .fix("1");
    if (parameters.number(flags) != 0)
        lint.report(parameters.at(flags), "with the flags `{}` servers ignore the NSEC3PARAM record",
                    parameters.number(flags))
            .help(parameters.number(flags) == 1 ? "write 0: opt-out is a flag of the NSEC3 records, not of NSEC3PARAM"
                                                : "write 0: NSEC3PARAM has no flags");
}
} // namespace

extern const Rule rule{
    .name = "nsec3param-wrong",
    .summary = "An NSEC3PARAM record has flags, or a hash algorithm that is not assigned.",
    .why = "Servers ignore such a record and cannot prove that a name does not exist.",
    .effect = "the server cannot prove that a name does not exist",
    .references = {rfc("5155", "4.1")},
    .types = {Type::NSEC3PARAM},
    .bad = R"(
@     NSEC3PARAM 1 1 0 -
)",
    .good = R"(
@     NSEC3PARAM 1 0 0 -
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3param_wrong
