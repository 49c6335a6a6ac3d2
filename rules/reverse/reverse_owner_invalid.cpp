#include "lint/rule.h"
#include "rules/reverse/shared/reverse_name.h"

#include <algorithm>

namespace zonevet::rules::reverse_owner_invalid {

namespace {

struct Fault {
    std::string_view label; // empty: the number of labels is wrong
    std::size_t count = 0;
};

bool is_octet(std::string_view label)
{
    if (label.size() > 3 || (label.size() > 1 && label[0] == '0'))
        return false;
    int value = 0;
    for (char c : label)
        value = value * 10 + (c - '0');
    return value <= 255;
}

bool is_too_large(std::string_view digits)
{
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.size() > 3 || (digits.size() == 3 && digits > "255");
}

// Nothing where the name is sound, or is one that RFC 2317 and its like may invent.
bool find_fault(Name name, bool is_pointer, Fault& fault)
{
    bool v4 = name.is_at_or_below(in_addr_arpa);
    std::size_t full = v4 ? 4 : 32;
    std::size_t tail = 2;
    fault.count = name.label_count() - tail;
    bool invented = false;
    for (Name rest = name; rest.label_count() > tail; rest = rest.parent()) {
        std::string_view label = rest.first_label();
        bool number =
            v4 ? is_digits(label) : label.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (!number)
            invented = true;
        else if (v4 ? !is_octet(label) : label.size() != 1)
            fault.label = label;
    }
    if (invented)
        return v4 && name.first_label() == fault.label && fault.label.size() <= 3;
    return !fault.label.empty() || fault.count > full || (is_pointer && fault.count < full);
}

void check(const Node& node, Lint& lint)
{
    Name name = node.name();
    if (node.is_apex() || !node.zone().is_reverse() || has_underscore_label(name))
        return;
    Fault fault;
    if (!find_fault(name, node.has(Type::PTR), fault))
        return;
    bool v4 = name.is_at_or_below(in_addr_arpa);
    Record record = node.first_record();
    if (!fault.label.empty()) {
        lint.report(record.owner_place(), "{} stands for no address: `{}` {}", name, fault.label,
                    !v4                         ? "is not a single hexadecimal digit"
                    : is_too_large(fault.label) ? "is more than 255"
                                                : "has a leading zero")
            .help(!v4                         ? "separate the digits by dots"
                  : is_too_large(fault.label) ? "write an octet from 0 to 255"
                                              : "write it without the zero");
        return;
    }
    std::size_t full = v4 ? 4 : 32, of_zone = node.zone().apex().label_count() - 2;
    std::string_view digits = v4 ? "octet" : "nibble";
    Draft& draft = lint.report(record.owner_place(), "{} stands for no address: it has {} {}s, an address has {}", name,
                               fault.count, digits, full);
    if (of_zone < full)
        draft.help(fmt::format("an address of this zone has {} {}{} before `{}`", full - of_zone, digits,
                               full - of_zone == 1 ? "" : "s", node.zone().apex()));
}

} // namespace

extern const Rule rule{
    .name = "reverse-owner-invalid",
    .summary = "An owner in a reverse zone is not the name of an address.",
    .why = "The octet 300, a leading zero, or one label too many or too few: no address is ever "
           "looked up under that name, so the record is dead.",
    .effect = "the address has no name",
    .references = {rfc("1035", "3.5"), rfc("3596", "2.5"), rfc("2317", "4")},
    .level = Level::error,
    .bad = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
300.2.0.192.in-addr.arpa. PTR host.example.com.
)",
    .good = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
30.2.0.192.in-addr.arpa. PTR host.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::reverse_owner_invalid
