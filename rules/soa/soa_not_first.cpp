#include "lint/rule.h"

namespace zonevet::rules::soa_not_first {

namespace {
void check(const Zone& zone, Lint& lint)
{
    std::optional<Record> soa = zone.soa();
    if (!soa || soa->id() == RecordId{0})
        return;
    Record first = zone.record(RecordId{0});
    lint.report(first.type_place(), "the {} record of `{}` stands before the SOA", first.type(), first.owner())
        .note(soa->type_place(), "the SOA")
        .help("move the SOA up, to be the first record");
}
} // namespace

extern const Rule rule{
    .name = "soa-not-first",
    .summary = "The SOA is not the first record of the zone.",
    .why = "No RFC asks for it, but validns refuses the whole zone, other programs look for the "
           "zone's name there, and without $TTL the records before it have no TTL.",
    .references = {rfc("1035", "5.2"), rfc("1035", "5.3")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
@   NS  ns1
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .good = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_not_first
