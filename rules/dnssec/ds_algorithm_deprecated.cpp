#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::ds_algorithm_deprecated {

namespace {
constexpr Field algorithm = field(Type::DS, "algorithm");

// One algorithm, one finding: the first record of the set that has it.
void check(const RRset& set, Lint& lint)
{
    bool seen[256] = {};
    for (Record record : set) {
        std::uint32_t number = record.number(algorithm) & 255;
        if (seen[number] || !is_deprecated_algorithm(number))
            continue;
        seen[number] = true;
        lint.report(record.at(algorithm), "the delegated `{}` signs with the deprecated algorithm {}", set.owner(),
                    algorithm_text(number))
            .help("its operator has to roll over, then the DS changes");
    }
}
} // namespace

extern const Rule rule{
    .name = "ds-algorithm-deprecated",
    .summary = "A delegated zone is signed with an algorithm that must no longer be used.",
    .why = "Systems that disable the algorithm (SHA-1 on many current ones) treat the delegated zone as "
           "unsigned. The operator of that zone chose it; here one can only tell him.",
    .effect = "validators that no longer accept the algorithm treat the delegated zone as unsigned",
    .references = {rfc("8624", "3.1"), rfc("9905"), rfc("9906")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::DS},
    .bad = R"(
sub   NS     ns.example.net.
sub   DS     60485 5 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .good = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .check = check,
};

} // namespace zonevet::rules::ds_algorithm_deprecated
