#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::dnssec_algorithm_unknown {

namespace {
void check(const Record& record, Lint& lint)
{
    bool digest = record.type() == Type::DS || record.type() == Type::CDS;
    bool for_parent = record.type() == Type::CDS || record.type() == Type::CDNSKEY;
    Field algorithm = digest ? field(Type::DS, "algorithm") : field(Type::DNSKEY, "algorithm");
    std::uint32_t number = record.number(algorithm);
    if (is_assigned_algorithm(number) || (number == 0 && for_parent))
        return;
    lint.report(record.at(algorithm), "there is no DNSSEC algorithm {}, so validators ignore the record", number)
        .help("13 is ECDSAP256SHA256, 8 is RSASHA256, 15 is ED25519");
}
} // namespace

extern const Rule rule{
    .name = "dnssec-algorithm-unknown",
    .summary = "A key or DS record has an algorithm number that is not assigned.",
    .why = "Validators ignore the record; with no other the zone is treated as unsigned.",
    .effect = "validators treat the zone as unsigned when no other record remains",
    .references = {rfc("4034", "A.1"),
                   {"IANA: DNSSEC algorithm numbers", "", "https://www.iana.org/assignments/dns-sec-alg-numbers"}},
    .types = {Type::DNSKEY, Type::CDNSKEY, Type::DS, Type::CDS},
    .bad = R"(
sub   NS     ns.example.net.
sub   DS     60485 77 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .good = R"(
sub   NS     ns.example.net.
sub   DS     60485 15 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .check = check,
};

} // namespace zonevet::rules::dnssec_algorithm_unknown
