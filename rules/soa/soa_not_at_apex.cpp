#include "lint/rule.h"

namespace zonevet::rules::soa_not_at_apex {

namespace {
void check(const Record& soa, Lint& lint)
{
    // Without an SOA at the apex this one is probably it; soa-missing says so.
    std::optional<Record> own = soa.zone().soa();
    if (!own || soa.node().is_apex())
        return;
    lint.report(soa.owner_place(), "the SOA of `{}` stands inside the zone `{}`", soa.owner(), soa.zone().apex())
        .note(own->type_place(), "the zone's own SOA")
        .help("a zone has one SOA, at its apex; the child zone belongs in a file of its own");
}
} // namespace

extern const Rule rule{
    .name = "soa-not-at-apex",
    .summary = "An SOA record stands below the zone's apex.",
    .why = "An SOA marks the top of a zone. BIND refuses the file (\"not at top of zone\"); "
           "others answer with the wrong zone's serial. Mostly two zones came into one file.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.2"), rfc("1034", "4.2.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::SOA},
    .bad = R"(
@   SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
@   NS  ns1
@   NS  ns2
ns1 A   192.0.2.1
ns2 A   192.0.2.2
lab SOA ns1 hostmaster 2026010100 4h 1h 14d 1h
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

} // namespace zonevet::rules::soa_not_at_apex
