#include "lint/rule.h"

namespace zonevet::rules::ds_without_ns {

namespace {
void check(const RRset& set, Lint& lint)
{
    Node node = set.node();
    if (node.is_apex() || !node.zone().look_up(node.name(), Type::NS).missing())
        return;
    lint.report(set.front().type_place(), "`{}` has a DS record, but it is not delegated", node.name())
        .help("add the NS records of the delegation, or remove the DS");
}
} // namespace

extern const Rule rule{
    .name = "ds-without-ns",
    .summary = "A name has a DS record without being delegated.",
    .why = "A DS secures a delegation; without NS records there is none. BIND and PowerDNS "
           "complain, and signers may refuse the zone. Mostly the delegation was removed and the "
           "DS forgotten.",
    .effect = "the record secures nothing, and some servers and signers refuse the zone",
    .references = {rfc("4034", "5"), rfc("4035", "2.4")},
    .level = Level::error,
    .types = {Type::DS},
    .bad = R"(
lab DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .good = R"(
lab NS ns1
lab NS ns2
lab DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .check = check,
};

} // namespace zonevet::rules::ds_without_ns
