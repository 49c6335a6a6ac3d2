#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_private {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::private_use || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the private address {}", record.owner(), address_text(record.rdata()));
}

} // namespace

extern const Rule rule{
    .name = "address-private",
    .summary = "A name has an address of a private network.",
    .why = "Outside of that network it leads nowhere, or to a stranger's machine, and it shows how "
           "the network is built.",
    .effect = "nobody outside the network can reach the host",
    .references = {rfc("1918", "5"), rfc("4193", "4.4")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = address_types,
    .bad = R"(
www A 10.1.2.3
)",
    .good = R"(
www A 192.0.2.3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_private
