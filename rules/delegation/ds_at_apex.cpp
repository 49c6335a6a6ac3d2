#include "lint/rule.h"

namespace zonevet::rules::ds_at_apex {

namespace {
void check(const RRset& set, Lint& lint)
{
    if (set.node().is_apex())
        lint.report(set.front().type_place(), "a DS record of the zone itself belongs in its parent zone")
            .help("hand it to the registrar or to the parent zone's operator, and remove it here");
}
} // namespace

extern const Rule rule{
    .name = "ds-at-apex",
    .summary = "The zone holds DS records of itself.",
    .why = "The DS is how the parent zone vouches for this one; here nobody looks for it. BIND "
           "refuses the zone.",
    .effect = "BIND refuses the zone, and the zone is not secured",
    .references = {rfc("4035", "2.4"), rfc("4034", "5")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DS},
    .bad = R"(
@ DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .good = R"(
lab NS ns1
lab NS ns2
lab DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .check = check,
};

} // namespace zonevet::rules::ds_at_apex
