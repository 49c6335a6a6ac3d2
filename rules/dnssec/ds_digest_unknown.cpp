#include "lint/rule.h"

namespace zonevet::rules::ds_digest_unknown {

namespace {
constexpr Field digest_type = field(Type::DS, "digest-type");
constexpr Field algorithm = field(Type::DS, "algorithm");

void check(const Record& ds, Lint& lint)
{
    std::uint32_t type = ds.number(digest_type);
    bool delete_form = ds.type() == Type::CDS && ds.number(algorithm) == 0;
    if ((type >= 1 && type <= 6) || delete_form)
        return;
    lint.report(ds.at(digest_type), "there is no digest type {}, so validators ignore the record", type)
        .help("2 is SHA-256, 4 is SHA-384");
}
} // namespace

extern const Rule rule{
    .name = "ds-digest-unknown",
    .summary = "A DS or CDS record has a digest type that is not assigned.",
    .why = "Validators ignore the record; a delegation with no other is treated as unsigned.",
    .effect = "the delegation is treated as unsigned when no other record remains",
    .references = {rfc("4034", "5.1.3"),
                   {"IANA: DS digest algorithms", "", "https://www.iana.org/assignments/ds-rr-types"}},
    .types = {Type::DS, Type::CDS},
    .bad = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 9 2bb183af5f22588179a53b0a98631fad1a292118
)",
    .good = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .check = check,
};

} // namespace zonevet::rules::ds_digest_unknown
