#include "lint/rule.h"

namespace zonevet::rules::ttl_differs_from_signature {

namespace {
constexpr Field covered = field(Type::RRSIG, "type-covered");
constexpr Field original = field(Type::RRSIG, "original-ttl");

void check(const Record& signature, Lint& lint)
{
    Type type = static_cast<Type>(signature.number(covered));
    std::uint32_t signed_ttl = signature.number(original);
    std::optional<RRset> set = signature.node().find(type);
    // With TTLs that differ within the set there is no one TTL to compare with.
    if (!set || !set->front().ttl_known() || set->front().ttl() == signed_ttl ||
        (*set)[set->size() - 1].ttl() == signed_ttl)
        return;
    lint.report(signature.at(original), "the {} records were signed with the TTL {}, but they have {}", type,
                signed_ttl, set->front().ttl())
        .note(set->front().ttl_place(), fmt::format("TTL {}", set->front().ttl()))
        .help("sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "ttl-differs-from-signature",
    .summary = "A set has another TTL than its signature says.",
    .why = "The signature states the TTL that the set has in its zone. The TTL was edited after "
           "signing; Knot and validns refuse the zone.",
    .effect = "Knot and validns refuse the zone",
    .references = {rfc("4034", "3.1.4"), rfc("4035", "2.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::RRSIG},
    .bad = R"(
www 300 A 192.0.2.3
www 300 RRSIG A 13 3 3600 20260201000000 20260101000000 1 example.com. AAAA
)",
    .good = R"(
www 3600 A 192.0.2.3
www 3600 RRSIG A 13 3 3600 20260201000000 20260101000000 1 example.com. AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_differs_from_signature
