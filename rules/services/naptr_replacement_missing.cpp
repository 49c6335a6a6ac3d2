#include "lint/rule.h"

namespace zonevet::rules::naptr_replacement_missing {

namespace {
constexpr Field flags = field(Type::NAPTR, "flags");
constexpr Field replacement = field(Type::NAPTR, "replacement");

void check(const Record& naptr, Lint& lint)
{
    Name name = naptr.name(replacement);
    std::string_view flag = naptr.bytes(flags);
    if (name.is_root() || flag.size() > 1)
        return;
    const Zone& zone = naptr.zone();
    char letter = flag.empty() ? ' ' : static_cast<char>(flag[0] | 0x20);
    Answer answer;
    std::string_view wanted;
    if (letter == 's') {
        answer = zone.look_up(name, Type::SRV);
        wanted = "SRV record";
    } else if (letter == 'a') {
        answer = zone.look_up_address(name);
        wanted = "address";
    } else if (letter == ' ') {
        answer = zone.look_up(name, Type::NAPTR);
        wanted = "NAPTR record";
    }
    if (!answer.missing())
        return;
    Draft& draft =
        answer.is == Existence::no_such_name
            ? lint.report(naptr.at(replacement), "the NAPTR record leads to {}, which does not exist", name)
            : lint.report(naptr.at(replacement), "the NAPTR record leads to {}, which has no {}", name, wanted);
    if (lint.describing())
        draft.help(letter == 'a' ? "add its A or AAAA record, or name the right host"
                                 : fmt::format("add its {}, or write the name that has one", wanted));
}
} // namespace

extern const Rule rule{
    .name = "naptr-replacement-missing",
    .summary = "A NAPTR record leads to a name without the record that its flag promises.",
    .why = "With the flag S clients look for SRV records, with A for addresses, without one for "
           "NAPTR. When "
           "there is none, the service is not found.",
    .effect = "SIP or ENUM clients do not find the service",
    .references = {rfc("3403", "4.1"), rfc("3263", "4.1")},
    .types = {Type::NAPTR},
    .bad = R"(
@     NAPTR  100 10 "s" "SIP+D2U" "" _sip._udp
)",
    .good = R"(
@          NAPTR  100 10 "s" "SIP+D2U" "" _sip._udp
_sip._udp  SRV    0 0 5060 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::naptr_replacement_missing
