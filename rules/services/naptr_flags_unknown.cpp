#include "lint/rule.h"

#include <algorithm>

namespace zonevet::rules::naptr_flags_unknown {

namespace {
constexpr Field flags = field(Type::NAPTR, "flags");
constexpr const char* advice =
    "write `S` to lead to SRV records, `A` to an address, `U` to a URI, `P` to a protocol of its own";

void check(const Record& naptr, Lint& lint)
{
    std::string_view text = naptr.bytes(flags);
    auto known = [](char c) { return std::string_view("suapSUAP").find(c) != std::string_view::npos; };
    if (text.empty() || (text.size() == 1 && known(text[0])))
        return;
    if (std::all_of(text.begin(), text.end(), known))
        lint.report(naptr.at(flags), "the flags `{}` exclude each other; only one may stand", text).help(advice);
    else
        lint.report(naptr.at(flags), "`{}` is not a NAPTR flag", text).help(advice);
}
} // namespace

extern const Rule rule{
    .name = "naptr-flags-unknown",
    .summary = "The flags of a NAPTR record are not one of S, A, U and P.",
    .why = "Clients ignore a record whose flags they do not know, and never find the service.",
    .effect = "SIP or ENUM clients ignore the record",
    .references = {rfc("3404", "4.3"), rfc("3403", "4.1"), rfc("6116", "3.4.1")},
    .types = {Type::NAPTR},
    .bad = R"(
@     NAPTR  100 10 "X" "SIP+D2U" "" _sip._udp.example.net.
)",
    .good = R"(
@     NAPTR  100 10 "s" "SIP+D2U" "" _sip._udp.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::naptr_flags_unknown
