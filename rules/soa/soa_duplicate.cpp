#include "dns/rdata_compare.h"
#include "lint/rule.h"

namespace zonevet::rules::soa_duplicate {

namespace {
void check(const RRset& soas, Lint& lint)
{
    if (!soas.node().is_apex())
        return;
    for (Record soa : soas)
        if (compare_data(Type::SOA, soa.rdata(), soas.front().rdata()) != 0)
            lint.report(soa.type_place(), "this is a second SOA record, and it differs from the first")
                .note(soas.front().type_place(), "the first SOA")
                .help("keep the one whose serial is right and remove the other");
}
} // namespace

extern const Rule rule{
    .name = "soa-duplicate",
    .summary = "The zone has two SOA records that differ.",
    .why = "BIND, NSD and validns refuse the zone. Knot and PowerDNS load it with one of them, so "
           "primary and secondary may go by different serials.",
    .effect = "servers refuse the zone, or take whichever SOA they met",
    .references = {rfc("1035", "5.2"), rfc("2181", "6.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@ SOA ns1 hostmaster 2026010101 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2026010101 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_duplicate
