#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_missing {

namespace {
void check(const Zone& zone, Lint& lint)
{
    if (!has_signatures(zone) || zone.incomplete())
        return;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (!node.in_zone() || !node.has_records() || node.uncertain() || node.hidden_by())
            continue;
        for (RRset set : node.rrsets())
            if (set.type() != Type::RRSIG && is_authoritative(node, set.type()) &&
                signatures_over(node, set.type()).empty())
                lint.report(set.front(), "{} {} has no signature, though the zone is signed",
                            set.owner(), set.type())
                    .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "rrsig-missing",
    .summary = "Records of a signed zone have no signature.",
    .why = "A validating resolver expects a signature on all data of a signed zone and refuses "
           "what has none. "
           "The records were added after signing.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4035", "2.2")},
    .level = Level::error,
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_missing
