#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_unspecified {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (!(purpose == Purpose::unspecified || purpose == Purpose::this_network) || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which stands for no host", record.owner(),
                address_text(record.rdata()))
        .help("write the address of the host, or remove the record");
}

} // namespace

extern const Rule rule{
    .name = "address-unspecified",
    .summary = "A name has an address that stands for no host, such as 0.0.0.0 or ::.",
    .why = "Programs connect to themselves, or not at all; it is usually a placeholder that stayed.",
    .effect = "nobody can reach the host",
    .references = {rfc("1122", "3.2.1.3"), rfc("4291", "2.5.2")},
    .level = Level::warning,
    .types = address_types,
    .bad = R"(
www A 0.0.0.0
)",
    .good = R"(
www A 192.0.2.3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_unspecified
