#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::signatures_without_key {

namespace {
bool made_by_signer(Type type)
{
    return type == Type::RRSIG || type == Type::NSEC || type == Type::NSEC3;
}

void check(const Zone& zone, Lint& lint)
{
    if (zone.is_signed() || zone.incomplete() || zone.apex_node().uncertain())
        return;
    std::optional<Record> first;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i) {
        Record record = zone.record(RecordId{i});
        if (!made_by_signer(record.type()) || !record.node().in_zone())
            continue;
        ++count;
        if (!first)
            first = record;
    }
    if (first)
        lint.report(first->type_place(), "`{}` has {} but no DNSKEY record", zone.apex(),
                    count == 1 ? fmt::format("an {} record", first->type())
                               : fmt::format("{} RRSIG, NSEC and NSEC3 records", count))
            .help("leave the output of the signer out of its input, or add the keys");
}
} // namespace

extern const Rule rule{
    .name = "signatures-without-key",
    .summary = "The zone has records that a signer makes but no DNSKEY record.",
    .why = "Nobody can verify the signatures. Where the parent has DS records, validating "
           "resolvers cannot "
           "resolve the zone; where it has none, the signatures are ballast that a signer may trip "
           "over.",
    .effect = "the signatures cannot be verified",
    .references = {rfc("4035", "2.1"), rfc("4035", "2.2")},
    .bad = R"(
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::signatures_without_key
