#include "lint/rule.h"

namespace zonevet::rules::dnskey_entry_point_missing {

namespace {
constexpr Field flags = field(Type::DNSKEY, "flags");

void check(const RRset& set, Lint& lint)
{
    for (Record key : set)
        if ((key.number(flags) & 257) == 257)
            return;
    if (set.node().is_apex() && !set.zone().incomplete() && !set.node().uncertain())
        lint.report(set.front().at(flags), "no key of `{}` is marked as the one that the parent vouches for",
                    set.owner())
            .help("make the flags of that key 257, and sign the zone again: its key tag changes with them");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-entry-point-missing",
    .summary = "No key of the zone has the flag of a key-signing key.",
    .why = "Tools that publish or update the DS record look for that flag. Validators do not.",
    .references = {rfc("4034", "2.1.1"), rfc("6781", "2.3")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::DNSKEY},
    .bad = R"(
@     DNSKEY 256 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_entry_point_missing
