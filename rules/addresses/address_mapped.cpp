#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_mapped {

namespace {

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::mapped || repeats_line(record))
        return;
    Draft& draft = lint.report(record.data_place(), "{} has the IPv6 address {}, which is an IPv4 address in disguise",
                               record.owner(), address_text(record.rdata()));
    if (lint.describing())
        draft.help(fmt::format("write `A {}` instead of the AAAA record", address_text(record.rdata().substr(12))));
}

} // namespace

extern const Rule rule{
    .name = "address-mapped",
    .summary = "An AAAA record holds an IPv4 address in IPv6 form.",
    .why = "Such addresses exist inside programs only and are not sent over the network; BIND and "
           "PowerDNS warn.",
    .effect = "hosts with IPv6 fail to connect, or lose time",
    .references = {rfc("4291", "2.5.5"), rfc("4038", "4.2")},
    .level = Level::warning,
    .types = address_types,
    .bad = R"(
www AAAA ::ffff:192.0.2.3
)",
    .good = R"(
www AAAA 2001:db8::3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_mapped
