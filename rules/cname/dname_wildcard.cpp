#include "lint/rule.h"

namespace zonevet::rules::dname_wildcard {

namespace {

void check(const RRset& dname, Lint& lint)
{
    if (dname.owner().is_wildcard())
        lint.report(dname.front().owner_place(), "{} is a wildcard with a DNAME, and what that means is not defined",
                    dname.owner())
            .help("write one DNAME for each name that is meant");
}

} // namespace

extern const Rule rule{
    .name = "dname-wildcard",
    .summary = "A wildcard has a DNAME record.",
    .why = "What resolvers do with it is not defined: some follow it once, some not at all, and "
           "the answer "
           "cannot be validated.",
    .effect = "names below it resolve with some resolvers only",
    .references = {rfc("4592", "4.4")},
    .level = Level::warning,
    .types = {Type::DNAME},
    .bad = R"(
*.old DNAME example.net.
)",
    .good = R"(
old DNAME example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::dname_wildcard
