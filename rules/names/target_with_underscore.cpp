#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::target_with_underscore {

namespace {

void check(const Record& record, Lint& lint)
{
    Field target = names_in(record.type())[0];
    HostFinding found = host_fault_of_target(record, target);
    if (found.fault != HostFault::underscore || repeats_line(record))
        return;
    lint.report(record.at(target), "the {} record names {}, but names of hosts have no underscore", record.type(),
                record.name(target))
        .help("give the host a name without an underscore, and write that");
}

} // namespace

extern const Rule rule{
    .name = "target-with-underscore",
    .summary = "A record that must name a host names one with an underscore.",
    .why = "As a primary server BIND refuses the zone unless check-names is changed, and some mail "
           "servers "
           "refuse the name.",
    .effect = "BIND refuses the zone by default",
    .references = {rfc("1123", "2.1"),
                   rfc("8552", "1.1"),
                   {"BIND 9 manual", "check-names",
                    "https://bind9.readthedocs.io/en/v9.18/reference.html#namedconf-statement-check-names"}},
    .level = Level::warning,
    .types = types_with_host_target,
    .bad = R"(
@ MX 10 mail_1.example.net.
)",
    .good = R"(
@        MX    10 mail-1.example.net.
_sip.dev CNAME _sip.example.net.
)",
    .unless = is_plain,
    .check = check,
};

} // namespace zonevet::rules::target_with_underscore
