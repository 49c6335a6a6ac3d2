#include "lint/rule.h"
#include "rules/reverse/shared/reverse_name.h"

namespace zonevet::rules::address_in_reverse_zone {

namespace {

void check(const RRset& set, Lint& lint)
{
    Name owner = set.owner();
    if (!is_reverse_name(owner))
        return;
    // Name servers may live in a reverse zone, and RFC 1101 puts the mask of a network at its name.
    std::string_view label = owner.first_label();
    if (!is_digits(label) || label == "0" || set.node().is_apex())
        return;
    lint.report(set.front().type_place(), "{} has {} record, but it is itself the name of an address", owner,
                set.type() == Type::MX  ? "an MX"
                : set.type() == Type::A ? "an A"
                                        : "an AAAA")
        .help("write a PTR record that names the host; this one belongs at the host's name");
}

} // namespace

extern const Rule rule{
    .name = "address-in-reverse-zone",
    .summary = "A name of the reverse tree that stands for an address has an address or a mail server.",
    .why = "Records of the forward zone were put into the reverse zone: `5 A 192.0.2.5` gives no name "
           "to 192.0.2.5, nor an address to any host.",
    .effect = "nobody looks for the record there",
    .references = {rfc("1035", "3.5")},
    .level = Level::warning,
    .types = {Type::A, Type::AAAA, Type::MX},
    .bad = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
5.2.0.192.in-addr.arpa. A 192.0.2.5
)",
    .good = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.2.0.192.in-addr.arpa.
ns1.2.0.192.in-addr.arpa. A 192.0.2.5
5.2.0.192.in-addr.arpa. PTR host.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::address_in_reverse_zone
