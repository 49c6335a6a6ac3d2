#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules::name_escaped_blank {

namespace {

bool is_blank(char c)
{
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7f;
}

// owner-not-host-name has the word, and names the character.
bool is_told_of_host(const Node& node)
{
    bool is_host = node.has(Type::A) || node.has(Type::AAAA) || node.has(Type::MX);
    return is_host && host_fault_of_owner(node).fault == HostFault::character;
}

void check(const Node& node, Lint& lint)
{
    Name name = node.name();
    std::size_t apex = node.zone().apex().wire().size();
    // Length octets are below the blank too, so labels are looked at one by one.
    for (Name rest = name; rest.wire().size() > apex; rest = rest.parent()) {
        std::string_view label = rest.first_label();
        auto blank = std::find_if(label.begin(), label.end(), is_blank);
        if (blank == label.end())
            continue;
        if (is_service_instance(name) || repeats_line(node.first_record()) || is_told_of_host(node))
            return;
        lint.report(node.first_record().owner_place(), "{} holds {}", name,
                    *blank == ' ' ? "a blank" : "a control character")
            .help("write the name without it: nobody types it");
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
www\032 CNAME ns1
)",
    .good = R"(
www CNAME ns1
Office\032Printer._ipp._tcp SRV 0 0 631 www
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::name_escaped_blank
