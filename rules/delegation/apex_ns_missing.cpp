#include "lint/rule.h"
#include "rules/zone/shared/outside.h"

namespace zonevet::rules::apex_ns_missing {

namespace {

// They stand below the zone's name without its final dot, which is told there.
bool have_lost_their_dot(const Zone& zone)
{
    std::string apex = zone.apex().text();
    apex.pop_back();
    OwnedName doubled;
    std::optional<Node> node = to_name(apex, doubled, zone.apex()) ? zone.find(doubled) : std::nullopt;
    return node && node->has(Type::NS);
}

void check(const Zone& zone, Lint& lint)
{
    if (!zone.look_up(zone.apex(), Type::NS).missing() || have_lost_their_dot(zone))
        return;
    // With an SOA and NS records at another name it is that name that is wrong.
    Outside outside = count_outside(zone);
    if (!zone.soa() && (outside.origin_is_wrong() || (outside.soa && outside.soa->node().has(Type::NS))))
        return;
    lint.report(zone.anchor(), "the zone `{}` has no NS records of its own", zone.apex())
        .help("name its name servers at the apex, the same as the parent zone does");
}
} // namespace

extern const Rule rule{
    .name = "apex-ns-missing",
    .summary = "The zone has no NS records at its apex.",
    .why = "BIND and Knot refuse to load it. NSD answers without saying who serves the zone, and "
           "resolvers that ask for the NS records find none. Providers that add their own NS "
           "records to an upload do not need them: switch the rule off there.",
    .effect = "BIND and Knot refuse the zone",
    .references = {rfc("1034", "4.2.1"), rfc("1035", "5.2")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
ns1 A   192.0.2.1
)",
    .good = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns.example.net.
ns1 A   192.0.2.1
)",
    .check = check,
};

} // namespace zonevet::rules::apex_ns_missing
