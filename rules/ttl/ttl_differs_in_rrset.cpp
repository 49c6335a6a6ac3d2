#include "dns/rdata_compare.h"
#include "lint/rule.h"
#include "rules/reverse/shared/lost_owner.h"

namespace zonevet::rules::ttl_differs_in_rrset {

namespace {
void check(const RRset& set, Lint& lint)
{
    // Signatures of one name cover sets of several TTLs.
    if (set.type() == Type::RRSIG || set.type() == Type::SIG)
        return;
    Record first = set.front();
    for (Record record : set)
        // The same record twice is record-duplicate.
        if (record.ttl() != first.ttl() && record.ttl_known() && first.ttl_known() && !has_owner_for_ttl(record) &&
            !is_same_data(set.type(), record.rdata(), first.rdata())) {
            lint.report(record.ttl_place(), "this {} record of `{}` has the TTL {}, but the first of its set has {}",
                        set.type(), set.owner(), record.ttl(), first.ttl())
                .note(first.ttl_place(), fmt::format("TTL {}", first.ttl()))
                .help("give all of them the same TTL");
            return;
        }
}
} // namespace

extern const Rule rule{
    .name = "ttl-differs-in-rrset",
    .summary = "Records of one name and type have different TTLs.",
    .why = "A set has one TTL. BIND takes the first one, Knot the last, others keep both, so "
           "primary and secondary differ; caches drop a part of the set before the rest.",
    .effect = "servers choose one of the TTLs, each its own",
    .references = {rfc("2181", "5.2")},
    .level = Level::warning,
    .bad = R"(
www 300  A 192.0.2.3
www 3600 A 192.0.2.4
)",
    .good = R"(
www 300  A    192.0.2.3
www 3600 AAAA 2001:db8::3
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_differs_in_rrset
