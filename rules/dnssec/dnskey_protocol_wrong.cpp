#include "lint/rule.h"

namespace zonevet::rules::dnskey_protocol_wrong {

namespace {
constexpr Field protocol = field(Type::DNSKEY, "protocol");
constexpr Field algorithm = field(Type::DNSKEY, "algorithm");

void check(const Record& key, Lint& lint)
{
    bool delete_form = key.type() == Type::CDNSKEY && key.number(algorithm) == 0;
    if (key.number(protocol) != 3 && !delete_form)
        lint.report(key.at(protocol), "the protocol of a {} record is always 3; with `{}` validators ignore the key",
                    key.type(), key.number(protocol))
            .fix("3");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-protocol-wrong",
    .summary = "The protocol field of a DNSKEY or CDNSKEY record is not 3.",
    .why = "A validator must treat such a key as invalid, so that nothing signed by it can be "
           "verified.",
    .effect = "validators refuse all answers that the key signed",
    .references = {rfc("4034", "2.1.2")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DNSKEY, Type::CDNSKEY},
    .bad = R"(
@     DNSKEY 257 2 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_protocol_wrong
