#include "dnssec/validate.h"
#include "lint/rule.h"

namespace zonevet::rules::zonemd_digest_wrong {

namespace {
constexpr Field serial = field(Type::ZONEMD, "serial");
constexpr Field scheme = field(Type::ZONEMD, "scheme");
constexpr Field hash_algorithm = field(Type::ZONEMD, "hash-algorithm");
constexpr Field digest = field(Type::ZONEMD, "digest");
constexpr Field soa_serial = field(Type::SOA, "serial");

// Some record could not be read, so that the digest cannot be made.
bool is_unknown(const Zone& zone)
{
    if (zone.incomplete())
        return true;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id)
        if (zone.node(NameId{id}).uncertain())
            return true;
    return false;
}

// Servers use neither of two for the same purpose, and one of them is wrong: zonemd-unusable.
bool has_rival(const Record& zonemd)
{
    std::optional<RRset> all = zonemd.node().find(Type::ZONEMD);
    for (Record other : *all)
        if (other.number(scheme) == zonemd.number(scheme) &&
            other.number(hash_algorithm) == zonemd.number(hash_algorithm) && other.rdata() != zonemd.rdata())
            return true;
    return false;
}

void check(const Record& zonemd, Lint& lint)
{
    const Zone& zone = zonemd.zone();
    std::optional<Record> soa = zone.soa();
    std::uint32_t hash = zonemd.number(hash_algorithm);
    if (!zonemd.node().is_apex() || !soa || !soa->serial_known() || zonemd.number(scheme) != 1 ||
        (hash != 1 && hash != 2) || has_rival(zonemd))
        return;
    if (zonemd.number(serial) != soa->number(soa_serial)) {
        lint.report(zonemd.at(serial), "the digest is of serial `{}`, the zone has serial `{}`", zonemd.number(serial),
                    soa->number(soa_serial))
            .note(soa->at(soa_serial), "the serial")
            .help("make the digest again as the last step");
        return;
    }
    if (!is_unknown(zone) && dnssec::zone_digest(zone, hash) != zonemd.bytes(digest))
        lint.report(zonemd.at(digest), "the digest is not that of the zone: the zone was changed after it was made")
            .help("make the digest again as the last step");
}
} // namespace

extern const Rule rule{
    .name = "zonemd-digest-wrong",
    .summary = "The digest of a ZONEMD record is not that of the zone.",
    .why = "Servers that verify the digest refuse to load the zone and keep the old one, or stop "
           "answering.",
    .effect = "secondaries that verify the digest refuse the zone",
    .references = {rfc("8976", "4"), rfc("8976", "3")},
    .level = Level::error,
    .types = {Type::ZONEMD},
    .bad = R"(
@     ZONEMD 2018031500 1 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE
)",
    .good = R"(
$TTL 3600
@     SOA   ns1 admin 2018031900 1800 900 604800 86400
@     NS    ns1
ns1   A     203.0.113.63
)",
    .check = check,
};

} // namespace zonevet::rules::zonemd_digest_wrong
