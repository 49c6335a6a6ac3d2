#include "rules/names/shared/targets.h"

namespace zonevet::rules::name_escaped_blank {

namespace {

bool is_blank(char c)
{
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7f;
}

void check(const Node& node, Lint& lint)
{
    Name name = node.name();
    std::size_t apex = node.zone().apex().wire().size();
    if (name.wire().size() <= apex)
        return;
    // Length octets are below the blank too, so labels are looked at one by one.
    for (Name rest = name; rest.wire().size() > apex; rest = rest.parent()) {
        std::string_view label = rest.first_label();
        std::size_t at = 0;
        while (at < label.size() && !is_blank(label[at]))
            ++at;
        if (at == label.size())
            continue;
        if (is_service_instance(name) || repeats_line(node.first_record()))
            return;
        lint.report(node.first_record().owner_place(), "{} holds {}", name,
                    label[at] == ' ' ? "a blank" : "a control character");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "name-escaped-blank",
    .summary = "An owner holds an escaped blank or control character.",
    .why = "Usually it came along when the name was pasted or made by a program; nobody looks the "
           "name up "
           "with it.",
    .effect = "the name that was meant does not resolve",
    .references = {rfc("1035", "5.1"), rfc("2181", "11")},
    .level = Level::warning,
    .bad = R"(
www\032 A 192.0.2.3
)",
    .good = R"(
www A 192.0.2.3
Office\032Printer._ipp._tcp SRV 0 0 631 www
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::name_escaped_blank
