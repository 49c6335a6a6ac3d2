#include "rules/change/shared/changes.h"

namespace zonevet::rules::ds_replaced {

namespace {
constexpr Field key_tag = field(Type::DS, "key-tag");

bool share_a_key(const RRset& before, const RRset& after)
{
    for (Record old_ds : before)
        for (Record new_ds : after)
            if (old_ds.number(key_tag) == new_ds.number(key_tag))
                return true; // another digest of the same key
    return false;
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets())
        if (set.type() == Type::DS && set.is_replaced() && !share_a_key(*set.before, *set.after))
            report(lint, change, set, "the DS records of `{}` have no key in common with the old ones",
                   owner_of(set, change))
                .note(change.former(set.before->front().place()), "the old one")
                .help("publish old and new side by side until the TTL of the old one has passed");
}
} // namespace

extern const Rule rule{
    .name = "ds-replaced",
    .summary = "The DS records of a delegation are replaced without an overlap.",
    .why = "Validating resolvers hold the old DS record or the old keys for their TTL. With "
           "nothing in common between old and new, they find no key they may trust, and the "
           "child zone fails for them.",
    .effect = "the child zone fails for validating resolvers",
    .references = {rfc("6781", "4.1.2"), rfc("4035", "2.4")},
    .level = Level::error,
    .bad = R"(
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
; becomes
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 11111 13 2 A4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .good = R"(
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
; becomes
sub NS ns1.sub
ns1.sub A 192.0.2.53
sub DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
sub DS 11111 13 2 A4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A
)",
    .check = check,
};

} // namespace zonevet::rules::ds_replaced
