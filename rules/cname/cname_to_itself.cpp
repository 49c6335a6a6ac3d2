#include "rules/cname/shared/alias.h"

namespace zonevet::rules::cname_to_itself {

namespace {

void check(const Record& cname, Lint& lint)
{
    if (cname.name(cname_target) != cname.owner())
        return;
    lint.report(cname.at(cname_target), "{} is an alias of itself", cname.owner())
        .help("name the host that is meant, or give this name an address instead of the CNAME");
}

} // namespace

extern const Rule rule{
    .name = "cname-to-itself",
    .summary = "A name is an alias of itself.",
    .why = "Resolvers go round until they give up and answer SERVFAIL.",
    .effect = "the name does not resolve",
    .references = {rfc("1034", "3.6.2"), rfc("1034", "5.2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::CNAME},
    .bad = R"(
www CNAME www.example.com.
)",
    .good = R"(
www CNAME ns1.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::cname_to_itself
