#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::target_not_host_name {

namespace {

void check(const Record& record, Lint& lint)
{
    Field target = names_in(record.type())[0];
    HostFinding found = host_fault_of_target(record, target);
    if (found.fault != HostFault::character || repeats_line(record))
        return;
    lint.report(record.at(target), "the {} record names {}, but `{}` is not the name of a host", record.type(),
                record.name(target), label_text(found.label))
        .help("names of hosts have letters, digits and hyphens only");
}

} // namespace

extern const Rule rule{
    .name = "target-not-host-name",
    .summary = "A record that must name a host holds characters that no host's name has.",
    .why = "BIND refuses the zone (check-names), and programs that get such a name refuse it.",
    .effect = "BIND refuses the zone",
    .references = {rfc("1123", "2.1"), rfc("952"), rfc("1035", "2.3.1")},
    .level = Level::error,
    .types = types_with_host_target,
    .bad = R"(
@ MX 10 mail&co.example.net.
)",
    .good = R"(
@ MX 10 mail.example.net.
)",
    .unless = is_plain,
    .check = check,
};

} // namespace zonevet::rules::target_not_host_name
