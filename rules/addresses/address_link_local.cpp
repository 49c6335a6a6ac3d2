#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_link_local {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::link_local || repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which is valid on one link only", record.owner(),
                address_text(record.rdata()))
        .help("write the address at which others reach the host");
}

} // namespace

extern const Rule rule{
    .name = "address-link-local",
    .summary = "A name has a link-local address.",
    .why = "The address was picked by a machine that found no other; it means nothing beyond its "
           "own cable.",
    .effect = "nobody can reach the host",
    .references = {rfc("3927", "2.7"), rfc("4291", "2.5.6")},
    .level = Level::warning,
    .types = address_types,
    .bad = R"(
www AAAA fe80::1
)",
    .good = R"(
www AAAA 2001:db8::1
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_link_local
