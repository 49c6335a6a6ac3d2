#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::owner_not_host_name {

namespace {

void check(const RRset& set, Lint& lint)
{
    HostFinding found = host_fault_of_owner(set.node());
    if (found.fault != HostFault::character || !is_first_host_set(set) || repeats_line(set.front()))
        return;
    lint.report(set.front().owner_place(),
                "`{}` is not the name of a host: only letters, digits and hyphens are",
                label_text(found.label))
        .note(fmt::format("it has {} record", set.type() == Type::MX  ? "an MX"
                                              : set.type() == Type::A ? "an A"
                                                                      : "an AAAA"));
}

} // namespace

extern const Rule rule{
    .name = "owner-not-host-name",
    .summary = "A name with an address or a mail server holds characters that no host's name has.",
    .why = "BIND refuses the zone (check-names), browsers and mail servers refuse the name, and no "
           "certificate can be had for it.",
    .effect = "BIND refuses the zone",
    .references = {rfc("1123", "2.1"), rfc("952"), rfc("1035", "2.3.1")},
    .level = Level::error,
    .types = types_with_host_owner,
    .bad = R"(
web/1 A 192.0.2.3
)",
    .good = R"(
web-1 A 192.0.2.3
*.web A 192.0.2.3
gc._msdcs A 192.0.2.4
)",
    .check = check,
};

} // namespace zonevet::rules::owner_not_host_name
