#include "lint/rule.h"

namespace zonevet::rules::dnskey_flags_wrong {

namespace {
constexpr Field flags = field(Type::DNSKEY, "flags");
constexpr Field algorithm = field(Type::DNSKEY, "algorithm");
// RFC 4034 2.1.1: zone key, secure entry point; RFC 5011 3: revoked.
constexpr std::uint32_t zone_key = 256, known = 256 | 128 | 1;

void check(const Record& key, Lint& lint)
{
    std::uint32_t value = key.number(flags);
    bool delete_form = key.type() == Type::CDNSKEY && key.number(algorithm) == 0;
    if (delete_form)
        return;
    if ((value & zone_key) == 0)
        lint.report(key.at(flags), "the flags `{}` lack the bit for zone keys (256): no signature by this key counts",
                    value)
            .help("the usual flags are 256, and 257 for a key that the parent vouches for");
    else if ((value & ~known) != 0)
        lint.report(key.at(flags), "the flags `{}` have bits that must be zero", value)
            .effect("tools that make the DS record may refuse the key")
            .help("the usual flags are 256, and 257 for a key that the parent vouches for");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-flags-wrong",
    .summary = "The flags of a DNSKEY or CDNSKEY record lack the zone key bit or have reserved bits.",
    .why = "A key without the zone key bit may not be used to verify signatures of zone data.",
    .effect = "validators do not use the key",
    .references = {rfc("4034", "2.1.1"), rfc("5011", "3")},
    .level = Level::error,
    .types = {Type::DNSKEY, Type::CDNSKEY},
    .bad = R"(
@     DNSKEY 1 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_flags_wrong
