#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::owner_not_host_name {

namespace {

// The first character of the label that no host's name has.
std::string odd_character(std::string_view label)
{
    for (char c : label)
        if (std::string_view one(&c, 1); fault_of(one) == HostFault::character)
            return c == ' ' ? std::string("a blank") : fmt::format("`{}`", label_text(one));
    return {};
}

// The line is no record by the will of who wrote it, which is told once for a file: comment-foreign.
bool begins_as_comment(Name owner)
{
    return owner.first_label().starts_with('#') || owner.first_label().starts_with("//");
}

void check(const RRset& set, Lint& lint)
{
    HostFinding found = host_fault_of_owner(set.node());
    if (found.fault != HostFault::character || begins_as_comment(set.owner()) || !is_first_host_set(set) ||
        repeats_line(set.front()))
        return;
    std::string_view type = set.type() == Type::MX ? "an MX" : set.type() == Type::A ? "an A" : "an AAAA";
    lint.report(set.front().owner_place(), "`{}` holds {} and has {} record: names of hosts have no such character",
                label_text(found.label), odd_character(found.label), type)
        .help("rename it with letters, digits and hyphens only");
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
