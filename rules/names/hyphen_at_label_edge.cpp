#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"
#include "text/idna.h"

namespace zonevet::rules::hyphen_at_label_edge {

namespace {

// Of a label that should be an encoded name the end was lost: idn-label-invalid says so.
bool is_hyphen_fault(const HostFinding& found)
{
    return found.fault == HostFault::hyphen &&
           !(is_encoded_label(found.label) && decode_label(found.label).fault == IdnaFault::undecodable);
}

// Judges a name by the record that gives it an address, and the names of hosts in the data.
void check(const Record& record, Lint& lint)
{
    bool has_host_owner = record.type() == Type::A || record.type() == Type::AAAA || record.type() == Type::MX;
    if (has_host_owner && record.owner().wire().find('-') != std::string_view::npos) {
        RRset set = *record.node().find(record.type());
        HostFinding found = host_fault_of_owner(record.node());
        if (is_hyphen_fault(found) && set.front() == record && is_first_host_set(set) && !repeats_line(record))
            lint.report(record.owner_place(), "`{}` {} with a hyphen, and no host's name does", found.label,
                        found.label.front() == '-' ? "begins" : "ends")
                .help("leave the hyphen off, or write what is missing beside it");
    }
    if (names_in(record.type()).empty())
        return;
    Field target = names_in(record.type())[0];
    HostFinding found = host_fault_of_target(record, target);
    if (is_hyphen_fault(found) && !repeats_line(record))
        lint.report(record.at(target), "the {} record names {}, but `{}` {} with a hyphen, and no host's name does",
                    record.type(), record.name(target), found.label, found.label.front() == '-' ? "begins" : "ends")
            .help("leave the hyphen off, or write what is missing beside it");
}

} // namespace

extern const Rule rule{
    .name = "hyphen-at-label-edge",
    .summary = "A label of a host's name begins or ends with a hyphen.",
    .why = "BIND refuses the zone (check-names), and certificate authorities refuse the name.",
    .effect = "BIND refuses the zone by default",
    .references = {rfc("952"), rfc("1123", "2.1"), rfc("1035", "2.3.1")},
    .level = Level::warning,
    .types = {Type::A, Type::AAAA, Type::NS, Type::SOA, Type::MX, Type::SRV, Type::PTR, Type::AFSDB, Type::RT, Type::KX,
              Type::SVCB, Type::HTTPS},
    .bad = R"(
web- A 192.0.2.3
)",
    .good = R"(
web-1 A     192.0.2.3
web-  CNAME web-1
)",
    .unless = is_plain,
    .check = check,
};

} // namespace zonevet::rules::hyphen_at_label_edge
