#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::nsec3_iterations {

namespace {
constexpr Option max{"max", Option::Kind::number, 0, "", "additional iterations allowed"};
constexpr Field iterations = field(Type::NSEC3PARAM, "iterations");

void check(const Record& parameters, Lint& lint)
{
    std::uint32_t count = parameters.number(iterations);
    if (count <= lint.option(max))
        return;
    Draft& draft =
        lint.report(parameters.at(iterations), "NSEC3 asks for {} additional {} of the hash, which protect{} nothing",
                    count, count == 1 ? "iteration" : "iterations", count == 1 ? "s" : "");
    if (count > 150)
        draft.effect("BIND, Unbound and Knot Resolver treat the zone as unsigned");
    if (has_signatures(parameters.zone())) // the chain that is there has been made with them
        draft.help("sign the zone again with 0 iterations");
    else
        draft.fix("0");
}
} // namespace

extern const Rule rule{
    .name = "nsec3-iterations",
    .summary = "NSEC3 names are hashed more often than once.",
    .why = "Additional iterations cost resolvers time and protect nothing. Above their limit, "
           "which falls from "
           "release to release, they treat the zone as unsigned.",
    .effect = "resolvers may treat the zone as unsigned",
    .references = {rfc("9276", "3.1"), rfc("9276", "3.2")},
    .types = {Type::NSEC3PARAM},
    .options = {max},
    .bad = R"(
@     NSEC3PARAM 1 0 10 -
)",
    .good = R"(
@     NSEC3PARAM 1 0 0 -
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3_iterations
