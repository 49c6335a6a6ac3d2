#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::dnssec_algorithm_deprecated {

namespace {
// One algorithm, one finding: the first record of the set that has it.
void check(const RRset& set, Lint& lint)
{
    bool digest = set.type() == Type::DS || set.type() == Type::CDS;
    Field algorithm = digest ? field(Type::DS, "algorithm") : field(Type::DNSKEY, "algorithm");
    bool seen[256] = {};
    for (Record record : set) {
        std::uint32_t number = record.number(algorithm) & 255;
        if (seen[number] || !is_deprecated_algorithm(number))
            continue;
        seen[number] = true;
        lint.report(record.at(algorithm), "{} has a key of the deprecated algorithm {}",
                    set.owner(), algorithm_text(number))
            .help("roll over to ECDSAP256SHA256 (13)");
    }
}
} // namespace

extern const Rule rule{
    .name = "dnssec-algorithm-deprecated",
    .summary = "A key uses a DNSSEC algorithm that must no longer be used for signing.",
    .why = "Systems that disable the algorithm (SHA-1 on many current ones) treat the zone as "
           "unsigned, and "
           "some fail to resolve it.",
    .effect = "validators that no longer accept the algorithm treat the zone as unsigned",
    .references = {rfc("8624", "3.1"), rfc("9905"), rfc("9906")},
    .types = {Type::DNSKEY, Type::CDNSKEY, Type::DS, Type::CDS, Type::KEY},
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

} // namespace zonevet::rules::dnssec_algorithm_deprecated
