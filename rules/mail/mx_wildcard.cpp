#include "lint/rule.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_wildcard {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (!set.owner().is_wildcard() || set.front().name(field(Type::MX, "exchange")).is_root())
        return;
    lint.report(set.front().owner_place(), "mail for every name below {} is accepted", set.owner().parent())
        .note("names that have records of any type are not covered")
        .help("list the names that receive mail");
}

} // namespace

extern const Rule rule{
    .name = "mx-wildcard",
    .summary = "A wildcard MX record takes mail for every name.",
    .why = "Mail for mistyped names is accepted and then bounced or lost, while names that have "
           "another record, such as an address, do not get the mail server.",
    .references = {rfc("1912", "2.7"), rfc("4592", "2.2.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::MX},
    .bad = R"(
*  MX  10 ns1
)",
    .good = R"(
@  MX  10 ns1
*  MX  0 .
)",
    .check = check,
};

} // namespace zonevet::rules::mx_wildcard
