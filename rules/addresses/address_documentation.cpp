#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_documentation {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::documentation || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which is for examples only", record.owner(),
                address_text(record.rdata()));
}

} // namespace

extern const Rule rule{
    .name = "address-documentation",
    .summary = "A name has an address that is set aside for documentation.",
    .why = "It came from a manual: no network routes it.",
    .effect = "nobody can reach the host",
    .references = {rfc("5737", "3"), rfc("3849", "2"), rfc("9637", "3")},
    .level = Level::warning,
    .profile = Profile::strict,
    .types = address_types,
    .bad = R"(
www A 192.0.2.3
)",
    .good = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
ns1 A   9.9.9.9
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_documentation
