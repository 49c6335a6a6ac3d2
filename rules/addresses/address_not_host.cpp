#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_not_host {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (!(purpose == Purpose::multicast || purpose == Purpose::reserved) || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which belongs to no host",
                record.owner(), address_text(record.rdata()));
}

} // namespace

extern const Rule rule{
    .name = "address-not-host",
    .summary = "A name has a multicast or reserved address.",
    .why = "No host can have it: a digit is wrong, or a netmask stands where the address belongs.",
    .effect = "nobody can reach the host",
    .references = {rfc("1112", "4"), rfc("6890", "2.2"), rfc("3879", "4")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = address_types,
    .bad = R"(
www A 255.255.255.0
)",
    .good = R"(
www A 192.0.2.3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_not_host
