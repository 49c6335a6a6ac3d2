#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_alias_with_parameters {

namespace {
void check(const Record& svcb, Lint& lint)
{
    if (!is_alias(svcb) || svcb.bytes(svcb_parameters).empty())
        return;
    lint.report(svcb.at(svcb_parameters), "with priority 0 the record is an alias, and its parameters are ignored")
        .note(svcb.at(svcb_priority), "0 makes it an alias")
        .help("give it a priority of 1 or more, or leave the parameters out");
}
} // namespace

extern const Rule rule{
    .name = "svcb-alias-with-parameters",
    .summary = "An SVCB or HTTPS record in alias mode has service parameters.",
    .why = "Clients must ignore them: the protocols, port and hints that were written never apply.",
    .effect = "clients do not see the protocols, port or hints",
    .references = {rfc("9460", "2.4.2")},
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  0 ns1 alpn=h2,h3
)",
    .good = R"(
@     HTTPS  0 ns1
www   HTTPS  1 ns1 alpn=h2,h3
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_alias_with_parameters
