#include "lint/rule.h"

namespace zonevet::rules::apex_record_below_apex {

namespace {
void check(const RRset& set, Lint& lint)
{
    if (!set.node().is_apex())
        lint.report(set.front().type_place(), "{} records below the apex mean nothing: `{}` is no zone here",
                    set.type(), set.owner())
            .help(set.type() == Type::DNSKEY ? "the key belongs in the zone itself, its digest (DS) stands here"
                                             : "move it to the apex of its zone, or remove it");
}
} // namespace

extern const Rule rule{
    .name = "apex-record-below-apex",
    .summary = "DNSKEY, NSEC3PARAM, CDS, CDNSKEY or ZONEMD records stand below the apex.",
    .why = "They speak for a zone as a whole and are looked for at its apex only.",
    .effect = "the records have no effect",
    .references = {rfc("4035", "2.1"), rfc("5155", "4"), rfc("7344", "4.1"), rfc("8976", "2")},
    .types = {Type::DNSKEY, Type::NSEC3PARAM, Type::CDS, Type::CDNSKEY, Type::ZONEMD},
    .bad = R"(
sub   NS     ns.example.net.
sub   DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::apex_record_below_apex
