#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::dnssec_algorithm_deprecated {

namespace {
// One algorithm, one finding: the first record of the set that has it.
void check(const RRset& set, Lint& lint)
{
    Field algorithm = set.type() == Type::CDS ? field(Type::DS, "algorithm") : field(Type::DNSKEY, "algorithm");
    bool seen[256] = {};
    for (Record record : set) {
        std::uint32_t number = record.number(algorithm) & 255;
        if (seen[number] || !is_deprecated_algorithm(number))
            continue;
        seen[number] = true;
        lint.report(record.at(algorithm), "`{}` has a key of the deprecated algorithm {}", set.owner(),
                    algorithm_text(number))
            .help("roll over to ECDSAP256SHA256 (13)");
    }
}
} // namespace

extern const Rule rule{
    .name = "dnssec-algorithm-deprecated",
    .summary = "A key of the zone uses a DNSSEC algorithm that must no longer be used for signing.",
    .why = "Systems that disable the algorithm (SHA-1 on many current ones) treat the zone as "
           "unsigned, and "
           "some fail to resolve it.",
    .effect = "validators that no longer accept the algorithm treat the zone as unsigned",
    .references = {rfc("8624", "3.1"), rfc("9905"), rfc("9906")},
    .types = {Type::DNSKEY, Type::CDNSKEY, Type::CDS, Type::KEY},
    .bad = R"(
@ DNSKEY 256 3 5 AwEAAb1D
)",
    .good = R"(
@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnssec_algorithm_deprecated
