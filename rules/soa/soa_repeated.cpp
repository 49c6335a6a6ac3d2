#include "dns/rdata_compare.h"
#include "lint/rule.h"

namespace zonevet::rules::soa_repeated {

namespace {
void check(const RRset& soas, Lint& lint)
{
    if (!soas.node().is_apex())
        return;
    Record first = soas.front();
    for (Record soa : soas)
        if (soa != first && compare_data(Type::SOA, soa.rdata(), first.rdata()) == 0)
            lint.report(soa.type_place(), "the SOA record is repeated")
                .note(first.type_place(), "the first SOA")
                .note("the answer to a zone transfer ends with the SOA it began with")
                .help("remove the repetition");
}
} // namespace

extern const Rule rule{
    .name = "soa-repeated",
    .summary = "The same SOA record stands in the zone twice.",
    .why = "A transfer (`dig AXFR`) ends with the SOA again, so a pasted one holds it twice. BIND "
           "and Knot load that; NSD refuses the zone.",
    .effect = "NSD refuses the zone",
    .references = {rfc("1035", "5.2"), rfc("5936", "2.2")},
    .level = Level::warning,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
)",
    .good = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_repeated
