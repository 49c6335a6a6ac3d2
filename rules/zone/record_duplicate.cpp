#include "dns/rdata_compare.h"
#include "lint/rule.h"

#include <algorithm>

namespace zonevet::rules::record_duplicate {

namespace {

void report(Record again, Record first, Lint& lint)
{
    bool exact = again.rdata() == first.rdata();
    lint.report(again.place(), "this {} record of `{}` is already in the zone{}", again.type(), again.owner(),
                exact ? "" : ", in other letter case")
        .note(first.place(), "the first one")
        .help("remove it");
}

void check(const RRset& set, Lint& lint)
{
    if (set.size() == 1 || set.type() == Type::SOA) // soa-repeated
        return;
    auto compare = [&](Record a, Record b) { return compare_data(set.type(), a.rdata(), b.rdata()); };
    if (set.size() == 2) {
        if (is_same_data(set.type(), set[0].rdata(), set[1].rdata()))
            report(set[1], set[0], lint);
        return;
    }
    std::vector<Record> sorted;
    sorted.reserve(set.size());
    for (Record record : set)
        sorted.push_back(record);
    std::sort(sorted.begin(), sorted.end(), [&](Record a, Record b) {
        int order = compare(a, b);
        return order != 0 ? order < 0 : a.id() < b.id();
    });
    Record first = sorted[0];
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (compare(first, sorted[i]) == 0)
            report(sorted[i], first, lint);
        else
            first = sorted[i];
    }
}

} // namespace

extern const Rule rule{
    .name = "record-duplicate",
    .summary = "The same record stands in the zone twice.",
    .why = "A set holds a record once, so servers drop the repetition in silence and PowerDNS "
           "refuses it. Whoever later changes or removes one line leaves the other, and nothing "
           "seems to happen.",
    .effect = "a later edit of one of the two changes nothing",
    .references = {rfc("2181", "5"), rfc("4343", "3")},
    .level = Level::warning,
    .bad = R"(
www A 192.0.2.3
www A 192.0.2.4
www A 192.0.2.3
)",
    .good = R"(
www A 192.0.2.3
www A 192.0.2.4
)",
    .check = check,
};

} // namespace zonevet::rules::record_duplicate
