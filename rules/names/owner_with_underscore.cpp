#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules::owner_with_underscore {

namespace {

std::string with_hyphens(std::string label)
{
    std::replace(label.begin(), label.end(), '_', '-');
    return label;
}

void check(const RRset& set, Lint& lint)
{
    HostFinding found = host_fault_of_owner(set.node());
    if (found.fault != HostFault::underscore || !is_first_host_set(set) || repeats_line(set.front()))
        return;
    std::string_view type = set.type() == Type::MX ? "an MX" : set.type() == Type::A ? "an A" : "an AAAA";
    if (found.label.starts_with('_'))
        lint.report(set.front().owner_place(), "`{}` is the label of a service or a policy, but {} has {} record",
                    label_text(found.label), set.owner(), type)
            .help("give the record to the name of a host");
    else
        lint.report(set.front().owner_place(), "`{}` has an underscore and {} record: names of hosts have none",
                    label_text(found.label), type)
            .help(fmt::format("rename it, for example to `{}`", with_hyphens(label_text(found.label))));
}

} // namespace

extern const Rule rule{
    .name = "owner-with-underscore",
    .summary = "A name with an address or a mail server has an underscore.",
    .why = "As a primary server BIND refuses the zone unless check-names is changed, and some "
           "programs and "
           "all certificate authorities refuse the name.",
    .effect = "BIND refuses the zone by default",
    .references = {rfc("1123", "2.1"),
                   rfc("8552", "1.1"),
                   {"BIND 9 manual", "check-names",
                    "https://bind9.readthedocs.io/en/v9.18/reference.html#namedconf-statement-check-names"}},
    .level = Level::warning,
    .types = types_with_host_owner,
    .bad = R"(
web_1 A 192.0.2.3
)",
    .good = R"(
web-1     A   192.0.2.3
_sip._udp SRV 10 10 5060 web-1
a._spf    A   127.0.0.2
)",
    .check = check,
};

} // namespace zonevet::rules::owner_with_underscore
