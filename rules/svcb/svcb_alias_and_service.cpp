#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_alias_and_service {

namespace {
void check(const RRset& set, Lint& lint)
{
    std::optional<Record> alias, service;
    for (Record svcb : set) {
        std::optional<Record>& kind = is_alias(svcb) ? alias : service;
        if (!kind)
            kind = svcb;
    }
    if (alias && service)
        lint.report(service->at(svcb_priority), "clients ignore this {} record, because {} also has an alias",
                    set.type(), set.owner())
            .note(alias->place(), "priority 0 makes this one an alias")
            .help("remove the alias, or all records beside it");
}
} // namespace

extern const Rule rule{
    .name = "svcb-alias-and-service",
    .summary = "SVCB or HTTPS records in alias mode and in service mode stand at one name.",
    .why = "Clients that find an alias ignore all other records of the set.",
    .effect = "the service parameters never apply",
    .references = {rfc("9460", "2.4.1")},
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  0 ns1
@     HTTPS  1 ns1 alpn=h2
)",
    .good = R"(
@     HTTPS  1 ns1 alpn=h3
@     HTTPS  2 ns2 alpn=h2
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_alias_and_service
