#include "lint/rule.h"

namespace zonevet::rules::zonemd_unusable {

namespace {
constexpr Field scheme = field(Type::ZONEMD, "scheme");
constexpr Field hash_algorithm = field(Type::ZONEMD, "hash-algorithm");

// RFC 8976 5.3 and 5.4.
bool is_private_use(std::uint32_t value)
{
    return value >= 240 && value <= 254;
}

void check(const RRset& set, Lint& lint)
{
    if (!set.node().is_apex())
        return;
    std::optional<Record> first[2]; // SIMPLE with SHA-384, with SHA-512
    for (Record zonemd : set) {
        std::uint32_t hash = zonemd.number(hash_algorithm);
        if (is_private_use(zonemd.number(scheme)) || is_private_use(hash))
            continue;
        if (zonemd.number(scheme) != 1) {
            lint.report(zonemd.at(scheme), "there is no ZONEMD scheme {}", zonemd.number(scheme))
                .help("1 is the only scheme, SIMPLE");
        } else if (hash != 1 && hash != 2) {
            lint.report(zonemd.at(hash_algorithm), "there is no ZONEMD hash algorithm {}", hash)
                .help("1 is SHA-384, 2 is SHA-512");
        } else if (std::optional<Record>& one = first[hash - 1]; !one) {
            one = zonemd;
        } else if (one->rdata() != zonemd.rdata()) {
            lint.report(zonemd.type_place(), "two ZONEMD records have the same scheme and hash algorithm; "
                                             "servers use neither")
                .note(one->place(), "the other one")
                .help("make the digest again, and keep only the new record");
            return;
        }
    }
}
} // namespace

extern const Rule rule{
    .name = "zonemd-unusable",
    .summary = "A ZONEMD record has a scheme or hash algorithm that is not assigned, or stands twice.",
    .why = "Servers cannot verify the zone with it.",
    .effect = "secondaries do not verify the zone",
    .references = {rfc("8976", "2.2"), rfc("8976", "4")},
    .level = Level::info,
    .types = {Type::ZONEMD},
    .bad = R"(
@     ZONEMD 2026010100 7 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE
)",
    .good = R"(
@     ZONEMD 2026010100 1 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE
)",
    .check = check,
};

} // namespace zonevet::rules::zonemd_unusable
