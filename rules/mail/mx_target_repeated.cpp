#include "lint/rule.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace zonevet::rules::mx_target_repeated {

namespace {

constexpr Field preference = field(Type::MX, "preference");
constexpr Field exchange = field(Type::MX, "exchange");

void check(const RRset& set, Lint& lint)
{
    if (set.size() < 2)
        return;
    std::vector<Record> records;
    for (Record mx : set)
        records.push_back(mx);
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
        return a.name(exchange) == b.name(exchange) ? a.id() < b.id()
                                                    : canonical_less(a.name(exchange), b.name(exchange));
    });
    for (std::size_t i = 1; i < records.size(); ++i) {
        const Record &first = records[i - 1], &second = records[i];
        if (first.name(exchange) != second.name(exchange) || first.number(preference) == second.number(preference))
            continue;
        lint.report(second.at(exchange), "{} has the mail server {} twice", set.owner(), second.name(exchange))
            .note(first.place(), fmt::format("here with preference {}", first.number(preference)))
            .help("name the second server, or remove one of the records");
    }
}

} // namespace

extern const Rule rule{
    .name = "mx-target-repeated",
    .summary = "Two MX records of a domain name the same mail server.",
    .why = "The second record was meant as the spare server. Named twice, a server that does not "
           "answer is tried again, and the real spare is never asked.",
    .effect = "there is no second mail server when the first one fails",
    .references = {rfc("5321", "5.1")},
    .level = Level::warning,
    .types = {Type::MX},
    .bad = R"(
@  MX  10 ns1
@  MX  20 ns1
)",
    .good = R"(
@  MX  10 ns1
@  MX  20 ns2
)",
    .check = check,
};

} // namespace zonevet::rules::mx_target_repeated
