#include "lint/rule.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include <fmt/format.h>

namespace zonevet::rules::srv_target_repeated {

namespace {

constexpr Field priority = field(Type::SRV, "priority");
constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

void check(const RRset& set, Lint& lint)
{
    std::vector<Record> records;
    for (Record srv : set)
        records.push_back(srv);
    auto less = [](const Record& a, const Record& b) {
        if (a.name(target) != b.name(target))
            return canonical_less(a.name(target), b.name(target));
        return std::make_tuple(a.number(port), a.id()) < std::make_tuple(b.number(port), b.id());
    };
    std::sort(records.begin(), records.end(), less);
    for (std::size_t i = 1; i < records.size(); ++i) {
        const Record &first = records[i - 1], &second = records[i];
        if (first.number(port) != second.number(port) || first.name(target) != second.name(target) ||
            second.rdata() == first.rdata())
            continue;
        lint.report(second.at(target), "{} names {} twice, on port {}", set.owner(), second.name(target),
                    second.number(port))
            .note(first.place(), first.number(priority) == second.number(priority) ? "here with another weight"
                                                                                   : "here with another priority")
            .help("name the second host, or remove one of the records");
    }
}

} // namespace

extern const Rule rule{
    .name = "srv-target-repeated",
    .summary = "Two SRV records of a service name the same host and port.",
    .why = "The second record was meant as the spare server. Named twice, the host is tried again "
           "after it has failed, and the real spare is never asked.",
    .effect = "there is no second server when the first one fails",
    .references = {rfc("2782")},
    .level = Level::warning,
    .types = {Type::SRV},
    .bad = R"(
_ldap._tcp  SRV  0 100 389 ns1
_ldap._tcp  SRV  10 100 389 ns1
)",
    .good = R"(
_ldap._tcp  SRV  0 100 389 ns1
_ldap._tcp  SRV  10 100 389 ns2
_ldap._tcp  SRV  0 100 3268 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_target_repeated
