#include "lint/rule.h"

namespace zonevet::rules::cname_wildcard {

namespace {

void check(const RRset& cname, Lint& lint)
{
    if (cname.owner().is_wildcard())
        lint.report(cname.front().owner_place(), "every name below {} that does not exist becomes an alias",
                    cname.owner().parent())
            .note("_dmarc, _acme-challenge and mistyped names among them");
}

} // namespace

extern const Rule rule{
    .name = "cname-wildcard",
    .summary = "A wildcard is an alias.",
    .why = "It answers for every name and every type that does not exist, so whoever runs the target "
           "also answers for policies, certificate challenges and typing mistakes.",
    .effect = "names nobody thought of lead to the target",
    .references = {rfc("4592", "3.3.3")},
    .level = Level::warning,
    .profile = Profile::strict,
    .types = {Type::CNAME},
    .bad = R"(
* CNAME ns1
)",
    .good = R"(
* A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::cname_wildcard
