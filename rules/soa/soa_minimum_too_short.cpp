#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_minimum_too_short {

namespace {
constexpr Option min{"min", Option::Kind::period, 60, "", "shortest time that \"no such name\" should be cached"};

constexpr const char* usual = "one to three hours are usual, such as `3600`";

void check(const Record& soa, Lint& lint)
{
    std::uint32_t minimum = soa.number(soa_minimum);
    if (minimum >= lint.option(min) || !soa.node().is_apex())
        return;
    if (minimum == 0)
        lint.report(soa.at(soa_minimum), "resolvers do not remember that a name does not exist").help(usual);
    else
        lint.report(soa.at(soa_minimum), "resolvers remember only for {} that a name does not exist",
                    period_text(minimum))
            .help(usual);
}
} // namespace

extern const Rule rule{
    .name = "soa-minimum-too-short",
    .summary = "Resolvers hardly remember that a name of this zone does not exist.",
    .why = "Every question for a missing name or type comes back to the name servers: search "
           "lists and AAAA questions alone make many.",
    .references = {rfc("2308", "5")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .options = {min},
    .bad = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 0
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster 2026010100 4h 1h 14d 5m
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_minimum_too_short
