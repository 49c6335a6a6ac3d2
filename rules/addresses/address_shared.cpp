#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_shared {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::shared || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which providers share between their customers",
                record.owner(), address_text(record.rdata()));
}

} // namespace

extern const Rule rule{
    .name = "address-shared",
    .summary = "A name has an address of a provider's shared space (100.64.0.0/10).",
    .why = "It is valid inside one provider's network only.",
    .effect = "nobody outside the network can reach the host",
    .references = {rfc("6598", "4")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = address_types,
    .bad = R"(
www A 100.64.1.2
)",
    .good = R"(
www A 192.0.2.3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_shared
