#include "rules/change/shared/changes.h"

namespace zonevet::rules::ds_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (set.type() != Type::DS || !set.is_gone())
            continue;
        std::optional<Node> child = change.after().find(set.owner());
        if (child && child->has(Type::NS))
            report(lint, change, set, "without its DS record the delegation of `{}` is no longer signed",
                   owner_of(set, change))
                .help("put it back, unless the child zone is to be unsigned: then this comes first");
    }
}
} // namespace

extern const Rule rule{
    .name = "ds-removed",
    .summary = "The DS records of a delegation are removed while it stays.",
    .why = "The child zone is no longer protected by DNSSEC: forged answers for it are "
           "accepted. When it comes before the child stops signing, this is the right order, "
           "but it is seldom what a clean-up meant.",
    .effect = "the child zone loses the protection of DNSSEC",
    .references = {rfc("6781", "4.1.4")},
    .level = Level::warning,
    .bad = R"(
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
; becomes
sub NS ns1.sub
ns1.sub A 192.0.2.53
)",
    .good = R"(
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
; becomes
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::ds_removed
