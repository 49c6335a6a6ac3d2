#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::nsec3_salt {

namespace {
constexpr Field salt = field(Type::NSEC3PARAM, "salt");

void check(const Record& parameters, Lint& lint)
{
    if (parameters.bytes(salt).size() <= 1) // the length octet
        return;
    Draft& draft =
        lint.report(parameters.at(salt), "a salt protects nothing, and each change of it needs a whole new chain");
    if (has_signatures(parameters.zone())) // the chain that is there has been made with it
        draft.help("sign the zone again without a salt (`-`)");
    else
        draft.fix("-");
}
} // namespace

extern const Rule rule{
    .name = "nsec3-salt",
    .summary = "NSEC3 uses a salt.",
    .why = "The zone's name is already part of each hash; a salt adds only work.",
    .references = {rfc("9276", "3.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::NSEC3PARAM},
    .bad = R"(
@     NSEC3PARAM 1 0 0 aabbccdd
)",
    .good = R"(
@     NSEC3PARAM 1 0 0 -
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3_salt
